using Spectre.Console;

namespace SurvivalKit.Cli;

/// <summary>Shows progress at a terminal; writes nothing into a pipe.</summary>
internal abstract class ProgressDisplay
{
    /// <summary>Shows the current step in place of the previous one.</summary>
    public abstract void Now(string what);

    /// <summary>Shows a finished step, which stays on the screen.</summary>
    public abstract void Done(string what);

    /// <summary>Runs long work with progress.</summary>
    public static async Task<T> WatchAsync<T>(CliStreams streams, string start, Func<ProgressDisplay, Task<T>> work)
    {
        if (!streams.ErrorIsTerminal)
        {
            return await work(new Silence()).ConfigureAwait(false);
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(streams.Error) });
        return await console.Status().StartAsync(Markup.Escape(start), context => work(new Screen(console, context))).ConfigureAwait(false);
    }

    private sealed class Silence : ProgressDisplay
    {
        public override void Now(string what)
        {
        }

        public override void Done(string what)
        {
        }
    }

    private sealed class Screen(IAnsiConsole console, StatusContext context) : ProgressDisplay
    {
        public override void Now(string what) => context.Status(Markup.Escape(what));

        public override void Done(string what) => console.WriteLine(what);
    }
}
