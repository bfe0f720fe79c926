using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary>The command line as a whole: reads the arguments, runs a command, turns every problem into one
/// sentence and an exit code.</summary>
internal static class SurvkitApplication
{
    // A response file (@name) would make a DATA or a formula that begins with @ unreadable.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The arguments, without the program's name.</param>
    /// <param name="streams">Where it reads and writes.</param>
    /// <param name="cancellationToken">Cancels the command, as Ctrl-C does.</param>
    /// <returns>The exit code: <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, CliStreams streams, CancellationToken cancellationToken = default)
    {
        try
        {
            ParseResult parsed = RootCommandLine.Build(streams).Parse(arguments, Parsing);
            if (ArgumentProblem.Describe(parsed) is { } problem)
            {
                return Fail(streams, problem);
            }

            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = streams.Output,
                    Error = streams.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = TimeSpan.FromSeconds(1),
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception e) when (e is CommandException or SurvivalDataException)
        {
            return Fail(streams, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(streams, "a file could not be read or written: " + e.Message);
        }
#pragma warning disable CA1031 // No command ends in a stack trace, whatever the error.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Fail(streams, $"this should not have happened ({e.GetType().Name}): {e.Message}");
        }
        finally
        {
            await streams.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static int Fail(CliStreams streams, string sentence)
    {
        streams.Error.WriteLine("survkit: " + sentence.ReplaceLineEndings(" ").Trim());
        return ExitCodes.WrongInput;
    }
}
