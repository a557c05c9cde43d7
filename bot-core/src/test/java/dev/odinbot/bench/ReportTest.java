package dev.odinbot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Report report = new Report();

    @Test
    void percentile_ofAHundred_isTheNearestRank() {
        Samples samples = new Samples(
                IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray());

        assertThat(samples.median()).isEqualTo(50);
        assertThat(samples.percentile(99)).isEqualTo(99);
        assertThat(samples.percentile(99.9)).isEqualTo(100);
        assertThat(samples.percentile(0)).isEqualTo(1);
        assertThat(new Samples(7).percentile(99)).isEqualTo(7);
        assertThatThrownBy(Samples::new).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void table_ofCellsOfManyWidths_isAligned() {
        Table table = new Table("", "ours", "webrtc-java");
        table.row(List.of("rooms", "1000", "5"));
        table.row(List.of("a longer name", "1", ""));

        assertThat(table.text()).isEqualTo("""
                                       ours  webrtc-java
                        rooms          1000            5
                        a longer name     1
                        """);
        assertThatThrownBy(() -> table.row(List.of("two", "cells"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void table_ofParts_putsContestantsBesideEachOther() {
        report.say(Part.CONNECT, Contestant.WEBRTC_JAVA, "ms", "%.1f", 17.04);
        report.say(Part.CONNECT, Contestant.OURS, "ms", "%.1f", 5.0);
        report.say(Part.CPU, Contestant.OURS, "ms", "%d", 1);
        report.note("%d s", 3);

        assertThat(report.table().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .containsExactly(
                        "ours webrtc-java", Part.CPU.title(), "ms 1 -", Part.CONNECT.title(), "ms 5.0 17.0", "3 s");
    }

    @Test
    void json_ofBoth_hasOursAtTheTopAndTheRatio() throws Exception {
        report.value(Contestant.OURS, "cpuMicrosPerDatagram", 5.00049);
        report.value(Contestant.OURS, "cleanRooms", 2000);
        report.value(Contestant.WEBRTC_JAVA, "cpuMicrosPerDatagram", 80);

        JsonNode json = new ObjectMapper().readTree(report.json());

        assertThat(report.json()).doesNotContain("\n");
        assertThat(json.get("cpuRatio200").asDouble()).isEqualTo(0.063);
        assertThat(json.get("cpuMicrosPerDatagram").asText()).isEqualTo("5");
        assertThat(json.get("cleanRooms").asText()).isEqualTo("2000");
        assertThat(json.get("webrtcJava").get("cpuMicrosPerDatagram").asInt()).isEqualTo(80);
    }

    @Test
    void json_ofOne_hasNoRatio() throws Exception {
        report.value(Contestant.OURS, "cpuMicrosPerDatagram", 5);

        assertThat(report.json()).isEqualTo("{\"cpuMicrosPerDatagram\":5}");
    }

    @Test
    void table_valuesOfBoth_endsWithTheirRatios() {
        report.value(Contestant.OURS, "cpuMicrosPerDatagram", 5);
        report.value(Contestant.WEBRTC_JAVA, "cpuMicrosPerDatagram", 40);
        report.value(Contestant.OURS, "churnFailed", 0);
        report.value(Contestant.WEBRTC_JAVA, "churnFailed", 0);
        report.value(Contestant.OURS, "onlyOurs", 1);

        assertThat(report.table()).endsWith("ratios, ours by webrtc-java's\n  cpuMicrosPerDatagram: 0.125\n");
    }
}
