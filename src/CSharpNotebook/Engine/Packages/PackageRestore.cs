using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CSharpNotebook.Cells;

namespace CSharpNotebook.Engine.Packages;

/// <summary>
/// Restores packages with the .NET SDK, by a project in a private folder; the same packages in the same versions as any program
/// would get.
/// </summary>
internal static partial class PackageRestore
{
    /// <summary>Restores packages with their dependencies.</summary>
    /// <param name="requests">The packages; the last is the new one.</param>
    /// <param name="sources">Sources in addition to those of the user's configuration.</param>
    /// <param name="workingDirectory">The folder whose <c>nuget.config</c>, and those of its parent folders, apply.</param>
    /// <param name="unreachable">Called for each source that could not be reached; the others are used.</param>
    /// <param name="cancellationToken">Ends the restore.</param>
    /// <returns>The packages, dependencies first.</returns>
    /// <exception cref="CellFailedException">There is no SDK, or the restore failed.</exception>
    public static async Task<IReadOnlyList<PackageAssets>> RunAsync(
        IReadOnlyList<PackageRequest> requests,
        IReadOnlyList<string> sources,
        string workingDirectory,
        Action<string> unreachable,
        CancellationToken cancellationToken)
    {
        string project = Project(requests, sources, workingDirectory);
        bool isPinned = requests.All(request => request.IsPinned);
        if (isPinned && RestoreCache.Find(project) is { } known)
        {
            return known;
        }

        string dotnet = DotNetSdk.Find() ?? throw PackageFailures.NotFound(NoSdk(requests[^1].Name));
        DirectoryInfo folder = Directory.CreateTempSubdirectory("notebook-restore-");
        try
        {
            string file = Path.Combine(folder.FullName, "packages.csproj");
            await File.WriteAllTextAsync(file, project, cancellationToken).ConfigureAwait(false);
            (int exitCode, string output) = await DotNetSdk.RunAsync(
                dotnet, [
                    "restore", file, "--nologo", "--verbosity", "quiet", "--disable-build-servers"
                ], folder.FullName, cancellationToken).ConfigureAwait(false);
            string[] lost =
                [.. LostPattern().Matches(output).Select(match => match.Groups["source"].Value).Distinct(StringComparer.Ordinal)];
            foreach (string source in lost)
            {
                unreachable(source);
            }

            if (exitCode != 0)
            {
                throw Failed(requests[^1], output);
            }

            string assets = Path.Combine(folder.FullName, "obj", "project.assets.json");
            IReadOnlyList<PackageAssets> packages = AssetsFile.Read(assets);
            // With all its sources, the restore might give other versions.
            if (isPinned && lost.Length == 0)
            {
                RestoreCache.Keep(project, assets);
            }

            return packages;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The message where there is no SDK.</summary>
    internal static string NoSdk(string package) =>
        $"The package {package} is not carried by this host, and there is no .NET SDK on this machine to restore it with; the SDK comes from https://dotnet.microsoft.com/download.";

    /// <summary>The project. It contains everything that the result depends on, so that it is also the key of the cached result.</summary>
    private static string Project(IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources, string workingDirectory)
    {
        var properties = new XElement(
            "PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.{Environment.Version.Minor}"),
            new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
            new XElement("SelfContained", "false"),
            new XElement("UseAppHost", "false"),
            new XElement("DisableTransitiveFrameworkReferenceDownloads", "true"),
            new XElement("NuGetAudit", "false"),
            new XElement("TreatWarningsAsErrors", "false"),
            new XElement("RestorePackagesWithLockFile", "false"),
            new XElement("ManagePackageVersionsCentrally", "false"),
            new XElement("RestoreRootConfigDirectory", workingDirectory),
            new XElement("RestoreIgnoreFailedSources", "true"),
            new XElement("RestoreAdditionalProjectSources", string.Join(';', sources)));
        IEnumerable<XElement> references = requests.OrderBy(request => request.Name, StringComparer.OrdinalIgnoreCase).Select(request =>
            new XElement(
                "PackageReference",
                new XAttribute("Include", request.Name),
                new XAttribute("Version", request.Version.Length == 0 ? "*" : request.Version)));
        return new XElement(
            "Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"), properties, new XElement("ItemGroup", references)).ToString();
    }

    private static CellFailedException Failed(PackageRequest request, string output)
    {
        string[] said = [.. ErrorPattern()
            .Matches(output)
            .Select(match => $"{match.Groups["code"].Value}: {match.Groups["message"].Value.Trim()}")
            .Distinct(StringComparer.Ordinal)];
        string reason = said.Length > 0 ? said[0].TrimEnd('.') : output.Trim().ReplaceLineEndings(" ");
        return new CellFailedException(new CellFailure(
            CellFailureKind.Reference, "PackageNotRestored", $"The package {request.Name} could not be restored: {reason}.")
        {
            Traceback = [$"The package {request.Name} could not be restored:", .. said.Length > 0 ? said : output.Trim().Split('\n')],
        });
    }

    /// <summary>The warning of NuGet about a source that it leaves out.</summary>
    [GeneratedRegex(
        @"warning NU1801\s*: .*? source '?(?<source>[^\s']+?)'?\.?(\s.*)?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LostPattern();

    [GeneratedRegex(
        @"error (?<code>[A-Z]+\d+)\s*: (?<message>.*?)(\s*\[[^\]\n]*\])?\s*$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ErrorPattern();
}
