using System.CommandLine;
using System.CommandLine.Help;

namespace SurvivalKit.Benchmarks;

/// <summary>The command line as a whole: reads the arguments, runs a command, turns a problem into one sentence and an exit code.</summary>
internal static class BenchmarkApplication
{
    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The arguments, without the program's name.</param>
    /// <param name="streams">Where it writes.</param>
    /// <returns>The exit code: <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Streams streams)
    {
        Command root = new("benchmarks", "How fast the library is.")
        {
            PeersCommand.Create(streams),
            GrowthCommand.Create(streams),
            GrowthChildCommand.Create(streams),
            SmallCommand.Create(streams),
            ReadingCommand.Create(streams),
            PushdownCommand.Create(streams),
            KernelsCommand.Create(streams),
            BenchmarkDotNetCommand.Create(),
        };
        root.Add(new HelpOption { Description = "Shows this help." });
        try
        {
            ParseResult parsed = root.Parse(arguments);
            return parsed.Errors.Count > 0 && parsed.Action is not HelpAction
                ? Fail(streams, Problem(parsed))
                : await parsed.InvokeAsync(new InvocationConfiguration
                {
                    Output = streams.Output,
                    Error = streams.Error,
                    EnableDefaultExceptionHandler = false
                }).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception e) when (e is BenchmarkException or RException or SurvivalDataException or IOException)
        {
            return Fail(streams, e.Message);
        }
    }

    private static string Problem(ParseResult parsed) => parsed.UnmatchedTokens is [var word, ..]
        ? $"\"{word}\" was not understood; --help lists the commands, and a command's --help its options."
        : parsed.Errors[0].Message;

    private static int Fail(Streams streams, string sentence)
    {
        streams.Error.WriteLine("benchmarks: " + sentence);
        return ExitCodes.WrongInput;
    }
}
