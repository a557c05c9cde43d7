package dev.odinbot.guide;

import dev.odinbot.api.Plugin;
import dev.odinbot.api.PluginContext;

// guide: injected
public final class QuotesPlugin implements Plugin {

    private final Quotes quotes;

    QuotesPlugin(Quotes quotes) {
        this.quotes = quotes;
    }

    @Override
    public void start(PluginContext context) throws Exception {
        quotes.prepare().toCompletableFuture().get();
        context.register(quotes);
    }
}
// end
