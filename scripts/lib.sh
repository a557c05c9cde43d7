# Sourced by the other scripts: where things are, and installing what is missing on a bare Debian.
# Everything said here goes to stderr: stdout is the bot's.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
dist=$root/target/odin-bot

# Files are named in UTF-8, in tests too, whatever a bare system's locale is.
export LC_ALL=C.UTF-8

say() { echo "$*" >&2; }
fail() { say "$(basename "$0"): $*"; exit 1; }

at_least() { printf '%s\n%s\n' "$1" "$2" | sort -V -C; }

java_version() { "$1" -version 2>&1 | sed -n 's/^.* version "\([^"]*\)".*$/\1/p'; }

# A JDK, or a JRE when that is all that is needed, of at least Java 17; the default one may be older than another one.
has_java() {
    local java
    for java in "${JAVA_HOME:-/none}/bin/java" "$(command -v java)" /usr/lib/jvm/*/bin/java; do
        if [ -x "$java" ] && [ -x "$(dirname "$(readlink -f "$java")")/$1" ] && at_least 17 "$(java_version "$java")"; then
            JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$java")")")
            export JAVA_HOME
            return
        fi
    done
    return 1
}

has_maven() {
    command -v mvn >/dev/null && at_least 3.8.6 "$(mvn -v 2>/dev/null | sed -n 's/^.*Apache Maven \([0-9.]*\).*$/\1/p')"
}

has_node() {
    command -v npm >/dev/null && command -v node >/dev/null && at_least 18 "$(node -p process.versions.node)"
}

# Playwright, which drives the browser in the tests, wants a newer Node.js than Debian 12 has; npm's registry has one.
playwright_node() {
    local package
    at_least 20 "$(node -p process.versions.node)" && { command -v node; return; }
    package=node-linux-$(node -p process.arch)
    npm install --silent --no-save --prefix "$root/target/node" "$package@22.23.3" >&2 </dev/null ||
        fail "npm could not install $package"
    echo "$root/target/node/node_modules/$package/bin/node"
}

has_library() { [[ $(ldconfig -p) == *"$1 "* ]]; }

newest_jdk() {
    local version
    for version in 25 21 17; do
        if apt-cache show "openjdk-$version-jdk-headless" >/dev/null 2>&1; then
            echo "openjdk-$version-jdk-headless"
            return
        fi
    done
    fail "this system has no package of a JDK of at least version 17. Install one and set JAVA_HOME."
}

# What is missing of what is named: jdk jre maven node libraries chromium.
missing_packages() {
    local need library
    for need in "$@"; do
        case $need in
            jdk) has_java javac || echo jdk ;;
            jre) has_java java || echo jdk ;;
            maven) has_maven || echo maven ;;
            node) has_node || echo nodejs npm ;;
            chromium) command -v chromium >/dev/null || echo chromium fonts-liberation ;;
            libraries) # what webrtc-java is linked to, the tests' opponent
                for library in pulse:0 udev:1 x11-:6 xfixes:3 xrandr:2 xcomposite:1 dbus-1-:3; do
                    has_library "$(soname "$library")" || echo "lib${library/:/}"
                done ;;
        esac
    done
}

# xfixes:3 → libXfixes.so.3
soname() {
    local name=${1%%:*}
    name=${name%-}
    case $name in x*) name=X${name#x} ;; esac
    echo "lib$name.so.${1##*:}"
}

install_missing() {
    PATH=$PATH:/usr/sbin:/sbin
    local packages log jdk sudo=
    packages=$(missing_packages "$@" | sort -u | xargs)
    [ -n "$packages" ] || { adopt_java; return 0; }
    command -v apt-get >/dev/null || fail "these are missing, and only Debian's are installed by themselves: $packages"
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "these Debian packages are missing, and there is no sudo; install them as root: $packages"
        sudo=sudo
    fi
    say "Installing what is missing: $packages..."
    log=$(mktemp)
    $sudo apt-get update -qq >"$log" 2>&1 </dev/null || { cat "$log" >&2; fail "apt-get update failed"; }
    jdk=$(newest_jdk) # known only after the update
    # shellcheck disable=SC2086 # a list of words
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        ${packages/jdk/$jdk} >"$log" 2>&1 </dev/null || { cat "$log" >&2; fail "apt-get install failed"; }
    rm -f "$log"
    packages=$(missing_packages "$@" | sort -u | xargs)
    [ -z "$packages" ] || fail "still missing or too old: $packages"
    adopt_java
}

# In this shell, not in the subshell of missing_packages.
adopt_java() { has_java javac || has_java java; }

# One line for every file that goes into the distribution; changes when one is edited, added or removed.
inputs() {
    (cd "$root" && find pom.xml config.yml LICENSE README.md .mvn bot-core/pom.xml bot-core/src/main bot-core/api bot-plugins \
        \( -name node_modules -o -name target -o -path 'bot-plugins/*/src/test' \) -prune \
        -o -type f -printf '%p %T@ %s\n' | LC_ALL=C sort)
}

is_built() { [ "$(inputs)" = "$(cat "$dist/.inputs" 2>/dev/null)" ]; }

build() {
    local before
    install_missing jdk maven node
    before=$(inputs)
    say "Building..."
    (cd "$root" && mvn -B -q -ntp -Dstyle.color=never -Dquick -DskipTests package >&2 </dev/null)
    built "$before"
}

# What was built from these inputs is the whole distribution.
built() {
    forget_removed_plugins
    echo "$1" >"$dist/.inputs"
}

# Maven leaves the jar of a plugin that is no more. Others that somebody put there are not ours to remove.
forget_removed_plugins() {
    local ours jar
    ours=$(plugin_jars)
    while read -r jar; do
        grep -qxF "$jar" <<<"$ours" || rm -f "$dist/plugins/$jar"
    done < <(cat "$dist/.plugins" 2>/dev/null)
    echo "$ours" >"$dist/.plugins"
}

# A plugin's jar is named by its plugin.id or else by its artifact.
plugin_jars() {
    local pom id
    for pom in "$root"/bot-plugins/*/pom.xml; do
        id=$(sed -n 's|^.*<plugin.id>\(.*\)</plugin.id>.*$|\1|p' "$pom")
        echo "${id:-$(sed -n '/<\/parent>/,$ { s|^.*<artifactId>\(.*\)</artifactId>.*$|\1|p; t end }; b; :end q' "$pom")}.jar"
    done
}
