using Spectre.Console;

namespace SurvivalKit.Cli;

/// <summary>Tells somebody who waits at a terminal what is going on; says nothing into a pipe.</summary>
internal abstract class ProgressDisplay
{
    /// <summary>Says what is being done now, in the place of what was said before.</summary>
    public abstract void Now(string what);

    /// <summary>Says what has been done, to stay on the screen.</summary>
    public abstract void Done(string what);

    /// <summary>Runs work that takes its time.</summary>
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
