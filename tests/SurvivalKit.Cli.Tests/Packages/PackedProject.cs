using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SurvivalKit.Cli.Tests.Packages;

/// <summary>The packages of all projects, packed once into a folder of the tests.</summary>
public sealed class PackedProject : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The version of the packages, which the notebooks name.</summary>
    public string Version { get; } = typeof(SurvkitApplication).Assembly.GetName().Version!.ToString(3);

    public string Folder => _folder.Place("packages");

    /// <summary>The folder that the packages of the test are unpacked into; what they depend on is where the user has it.</summary>
    public string Restored => _folder.Place("restored");

    /// <summary>The folder that <see cref="InstallToolAsync"/> installs the tool into.</summary>
    public string Tool => _folder.Place("tool");

    /// <summary>The environment in which every program takes the packages from here.</summary>
    public (string Name, string Value)[] Surroundings =>
        [("NUGET_PACKAGES", Restored), ("RestoreFallbackFolders", GlobalPackages), ("RestoreAdditionalProjectSources", Folder)];

    public async ValueTask InitializeAsync()
    {
        // For this platform and not compiled ahead, which takes minutes and changes no result; without the analyzers, which have seen the
        // code when the tests were built; with outputs of its own, since other tests run what is built.
        CliRun pack = await DotnetAsync(
            Survkit.Repository,
            "pack", "SurvivalKit.slnx", "--nologo", "-v", "quiet", "-c", "Release", "--output", Folder,
            "--artifacts-path", _folder.Place("artifacts"), "-p:PublishReadyToRun=false", "-p:RunAnalyzers=false",
            $"-p:ToolPackageRuntimeIdentifiers={RuntimeInformation.RuntimeIdentifier}");
        Assert.True(pack.ExitCode == 0, pack.Output + pack.Error);
        Config(_folder.Path);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A folder outside the repository.</summary>
    public string NewFolder(string name)
    {
        string folder = _folder.Place(name);
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Installs the tool once.</summary>
    /// <returns>Its program.</returns>
    public async Task<string> InstallToolAsync()
    {
        string program = Path.Combine(Tool, OperatingSystem.IsWindows() ? "survkit.exe" : "survkit");
        if (!File.Exists(program))
        {
            CliRun install = await DotnetAsync(
                NewFolder("tool"), "tool", "install", "SurvivalKit.Cli", "--version", Version, "--tool-path", Tool);
            Assert.True(install.ExitCode == 0, install.Output + install.Error);
        }

        return program;
    }

    public async Task<CliRun> DotnetAsync(string folder, params string[] arguments) => await RunAsync("dotnet", folder, arguments);

    /// <summary>Runs a program to its end.</summary>
    public async Task<CliRun> RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (folder != Survkit.Repository)
        {
            foreach ((string name, string value) in Surroundings)
            {
                start.Environment[name] = value;
            }
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CliRun(process.ExitCode, await output, await error);
    }

    private static string GlobalPackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The installation of a tool knows sources only from a file.</summary>
    private void Config(string folder) => File.WriteAllText(
        Path.Combine(folder, "nuget.config"),
        $"""
        <configuration>
          <packageSources>
            <add key="packed" value="{Folder}" />
          </packageSources>
        </configuration>
        """);
}
