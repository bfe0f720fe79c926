using System.Collections;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CSharpNotebook.Engine.Packages;

/// <summary>The .NET SDK of the machine.</summary>
internal static class DotNetSdk
{
    /// <summary>Finds the program <c>dotnet</c> that has an SDK with it.</summary>
    /// <returns>Its path; null where there is none.</returns>
    public static string? Find() => Find(Candidates());

    internal static string? Find(IEnumerable<string> candidates) =>
        candidates.FirstOrDefault(path => File.Exists(path) && Directory.Exists(Path.Combine(RealFolder(path), "sdk")));

    /// <summary>Runs <c>dotnet</c> and returns its output.</summary>
    /// <param name="dotnet">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="workingDirectory">The folder in which it runs.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string dotnet, string[] arguments, string workingDirectory, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(dotnet, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A host started by an SDK has the paths of that SDK in its environment.
        foreach (string name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key))
        {
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
            {
                start.Environment.Remove(name);
            }
        }
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
            string all = await output.ConfigureAwait(false) + await errors.ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return (process.ExitCode, all);
        }
        catch (OperationCanceledException)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            throw;
        }
    }

    private static IEnumerable<string> Candidates()
    {
        string program = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host)
        {
            yield return host;
        }
        // The runtime is in shared/Microsoft.NETCore.App/VERSION below the folder of dotnet.
        yield return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", program));
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
        {
            yield return Path.Combine(root, program);
        }

        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return Path.Combine(folder, program);
        }
    }

    private static string RealFolder(string path) =>
        Path.GetDirectoryName((File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path)).FullName)!;
}
