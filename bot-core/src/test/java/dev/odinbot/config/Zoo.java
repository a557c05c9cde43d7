package dev.odinbot.config;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record with every kind of component, for tests. */
record Zoo(
        String name,
        @Default("3") @Between(min = 1, max = 9) int gates,
        @Default("true") boolean open,
        @Default("1.5") double price,
        @Default("big-cat") Guest star,
        Optional<@Between(min = 0, max = 150) Integer> loudness,
        @Default("[1, 2]") List<@Between(min = 0, max = 10) Integer> days,
        @Default("[]") List<Cage> cages,
        @Default("{default: \"\"}") Map<String, String> keys,
        Shop shop,
        Annex annexes)
        implements Checked {

    enum Guest {
        BIG_CAT,
        ELEPHANT
    }

    record Cage(
            String id,
            @Default("1") @Between(min = 1, max = 4) int lions) {}

    record Shop(
            @Default("gifts") String sells,
            @Default("8080") @Between(min = 0, max = 65535) int tillPort) {}

    record Annex(
            @Default("annex") String folder, @RemainingKeys Map<String, Section> sections) {}

    record Aviary(
            @Default("7") @Between(min = 0, max = 99) int birds,
            @Default("blue") String colour) {}

    @Override
    public void check(Faults faults) {
        if (name.isEmpty()) {
            faults.at("name").add("the zoo has no name", "Give it one.");
        }
        for (int i = 0; i < cages.size(); i++) {
            if (cages.get(i).id().equals("empty")) {
                faults.at("cages").at(i).at("id").add("an empty cage", "Fill it.");
            }
        }
    }
}
