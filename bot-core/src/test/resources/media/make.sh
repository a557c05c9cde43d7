#!/bin/sh
# Makes the files of this folder with Debian's ffmpeg: 440 Hz in both channels, 1.2 s, half of full scale.
set -eu
cd "$(dirname "$0")"
make() {
    file=$1
    shift
    ffmpeg -v error -y -f lavfi -i "aevalsrc=0.5*sin(2*PI*440*t)|0.5*sin(2*PI*440*t):s=48000:d=1.2" \
        -metadata title="Concert Pitch" -metadata artist="Test Orchestra" -fflags +bitexact -flags +bitexact "$@" "$file"
}
make tone.mp3 -ar 44100 -c:a libmp3lame -b:a 64k
make tone.flac -ar 44100 -c:a flac -sample_fmt s16
make tone.m4a -ar 44100 -c:a aac -b:a 64k
make tone.aac -c:a aac -b:a 64k -f adts
make tone.ogg -c:a libvorbis -q:a 0
make tone.opus -c:a libopus -b:a 48k -frame_duration 20
make tone.webm -c:a libopus -b:a 48k -frame_duration 20
