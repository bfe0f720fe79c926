using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

/// <summary>Random formulas, files and options: the command line ends in an answer or in one sentence, whatever it is given.</summary>
/// <remarks>Runs for three seconds, or as many as <c>SURVKIT_FUZZ_SECONDS</c> says.</remarks>
public sealed class CommandLineFuzzTests
{
    private const string Variable = "SURVKIT_FUZZ_SECONDS";

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out double seconds) ? seconds : 3);

    [Fact]
    public void Nothing_ends_in_an_exception() => RandomSeed.Run(seed =>
    {
        using var folder = new TemporaryFolder();
        var clock = Stopwatch.StartNew();
        int[] exits = new int[3];
        for (var random = new Random(seed); clock.Elapsed < Duration;)
        {
            using var output = new StringWriter { NewLine = "\n" };
            using var error = new StringWriter { NewLine = "\n" };
            var streams = new CliStreams(new MemoryStream(), output, error, Width: 100, ErrorIsTerminal: false)
            {
                InputIsRedirected = true,
            };
            RandomCommand command = RandomCommand.Make(random, folder, streams);
            streams = streams with { Input = new MemoryStream(command.Input) };
            int exit = SurvkitApplication.RunAsync(command.Arguments, streams, TestContext.Current.CancellationToken)
                .GetAwaiter().GetResult();
            string? fault = Fault(exit, output.ToString(), error.ToString());
            Assert.True(fault is null, $"{fault}\nexit code {exit}, error: {error}\n{command}");
            exits[exit]++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{exits[0]} answers, {exits[1]} refusals, {exits[2]} findings");
    });

    private static string? Fault(int exit, string output, string error)
    {
        string all = output + error;
        return all.Contains("should not have happened", StringComparison.Ordinal) ? "an exception that is not the library's own"
            : all.Contains("   at Su", StringComparison.Ordinal) || all.Contains("   at Sy", StringComparison.Ordinal) ? "a stack trace"
            : exit is < 0 or > 2 ? "an exit code that there is not"
            : exit == 1 && error.Length == 0 ? "no sentence"
            : exit == 1 && Refusals(error) > 1 ? "more than a sentence"
            : exit == 0 && output.StartsWith('{') && !IsJson(output) ? "JSON that cannot be read"
            : null;
    }

    // How a file was read is told before what is wrong with its values.
    private static int Refusals(string error) => error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Count(line => !line.StartsWith("survkit: note: ", StringComparison.Ordinal));

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
