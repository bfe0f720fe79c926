using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CSharpNotebook.Runner;

namespace SurvivalKit.Cli.Tests;

/// <summary>The result of a run of the command line.</summary>
public sealed record CliRun(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}

/// <summary>Runs the command line, in this process or as a separate process.</summary>
public static class Survkit
{
    public static string Repository { get; } = FindRepository();

    public static string Sample(string name) => Path.Combine(Repository, "data-samples", name + ".csv");

    private static string Dotnet =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    private static string Program => Path.Combine(AppContext.BaseDirectory, "survkit.dll");

    /// <summary>Runs in this process and expects success and an empty standard error.</summary>
    public static async Task<CliRun> Succeeds(params string[] arguments)
    {
        CliRun run = await Run(arguments);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        return run;
    }

    public static Task<CliRun> Run(params string[] arguments) => RunWithInput([], arguments);

    public static async Task<CliRun> RunWithInput(byte[] input, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int exitCode = await SurvkitApplication.RunAsync(
            arguments,
            new CliStreams(new MemoryStream(input), output, error, Width: 100, ErrorIsTerminal: false)
            {
                InputIsRedirected = input.Length > 0,
                Worker = new WorkerCommand(Dotnet, [Program])
            },
            TestContext.Current.CancellationToken);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs the built program as a shell does.</summary>
    public static async Task<CliRun> RunProcess(string folder, params string[] arguments)
    {
        using Process process = Start(folder, arguments);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CliRun(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the built program.</summary>
    public static Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Dotnet)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // As in the tests themselves: most code runs too briefly to earn back what it costs to count its branches.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.ArgumentList.Add(Program);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static string FindRepository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SurvivalKit.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests do not run from within the repository.");
    }
}
