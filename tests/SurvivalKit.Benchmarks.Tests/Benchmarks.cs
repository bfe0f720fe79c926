namespace SurvivalKit.Benchmarks.Tests;

/// <summary>Runs a command line of the benchmarks.</summary>
internal static class Benchmarks
{
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int code = await BenchmarkApplication.RunAsync(arguments, new Streams(output, error, ErrorIsTerminal: false));
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
