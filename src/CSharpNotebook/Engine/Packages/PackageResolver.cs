using System.Collections.Immutable;
using CSharpNotebook.Cells;

namespace CSharpNotebook.Engine.Packages;

/// <summary>
/// Finds what <c>#r "nuget: Name, Version"</c> names, with everything that it depends on: among the packages that the host contains, and
/// else by a restore with the .NET SDK. For packages that the host contains, its version is used, also for dependencies: it is
/// in the process, and can be loaded only once. As NuGet takes the nearest higher version, a higher version in the host replaces a
/// lower one, with a warning; a lower version does not replace a higher one.
/// </summary>
internal sealed class PackageResolver(ICarriedPackages packages, bool mayRestore = true)
{
    private readonly List<PackageRequest> _restored = [];
    private readonly List<string> _sources = [];
    private readonly Dictionary<PackageRequest, IReadOnlyList<PackageAssets>> _answers = [];
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);

    /// <summary>Adds a source from which packages are restored: an address, or a folder.</summary>
    public void AddSource(string source, string workingDirectory)
    {
        bool isAddress = Uri.TryCreate(source, UriKind.Absolute, out Uri? address) && !address.IsFile;
        string place = isAddress ? source : Path.GetFullPath(source, workingDirectory);
        if (!isAddress && !Directory.Exists(place))
        {
            throw PackageFailures.NotFound($"The package source {source} is neither an address nor a folder in {workingDirectory}.");
        }

        if (!_sources.Contains(place))
        {
            _sources.Add(place);
            _lost.Remove(place);
        }
    }

    /// <summary>The package and its transitive dependencies, dependencies first.</summary>
    /// <param name="specification">What follows <c>nuget:</c>: <c>Name</c> or <c>Name, Version</c>.</param>
    /// <param name="workingDirectory">The folder of the notebook.</param>
    /// <param name="warn">
    /// Called where a version other than the requested one is used, and once for each source that cannot be reached.
    /// </param>
    /// <param name="cancellationToken">Ends a restore.</param>
    /// <returns>The packages, each once.</returns>
    /// <exception cref="CellFailedException">The package cannot be obtained, or not in an accepted version.</exception>
    public async Task<IReadOnlyList<PackageAssets>> ResolveAsync(
        string specification, string workingDirectory, Action<string> warn, CancellationToken cancellationToken)
    {
        var request = PackageRequest.Parse(specification);
        if (packages.Find(request.Name) is { } carried)
        {
            switch (PackageVersion.Match(request.Version, carried.Version))
            {
                case VersionMatch.None:
                    throw PackageFailures.NotFound(
                        $"The package {carried.Name} is carried in version {carried.Version}, but the notebook asks for {request.Version}.");
                case VersionMatch.Higher:
                    warn($"The package {carried.Name} is carried in version {carried.Version}, which stands in for {request.Version}.");
                    break;
            }
            return [.. Closure(carried).Select(PackageAssets.Find)];
        }
        // A cell that is executed again repeats the request; its result stays the same in a session, also for the newest version.
        if (_answers.TryGetValue(request, out IReadOnlyList<PackageAssets>? known))
        {
            return known;
        }

        if (!mayRestore)
        {
            throw PackageFailures.NotFound(
                $"The package {request.Name} is not carried by this host, and nothing is downloaded; it carries {List(packages.Names)}.");
        }

        PackageRequest[] all =
        [
            .. _restored.Where(earlier => !earlier.Name.Equals(request.Name, StringComparison.OrdinalIgnoreCase)), request
        ];
        IReadOnlyList<PackageAssets> restored =
            await PackageRestore.RunAsync(all, _sources, workingDirectory, WarnOfLost, cancellationToken).ConfigureAwait(false);
        PackageAssets[] unified = [.. restored.Select(package => Unify(package, request.Name))];
        _restored.Clear();
        _restored.AddRange(all);
        return _answers[request] = unified;

        void WarnOfLost(string source)
        {
            // Not asked again in this session, since each restore would wait for it; a further #i tries it again.
            _sources.Remove(source);
            if (_lost.Add(source))
            {
                warn($"The package source {source} cannot be reached, and is left out.");
            }
        }
    }

    /// <summary>Replaces a restored package by the carried one of the same name.</summary>
    private PackageAssets Unify(PackageAssets restored, string asked)
    {
        if (packages.Find(restored.Name) is not { AssemblyPaths.Length: > 0 } carried)
        {
            return restored;
        }

        return PackageVersion.Compare(carried.Version, restored.Version) >= 0
            ? PackageAssets.Find(carried)
            : throw PackageFailures.NotFound(
                $"The package {asked} needs {restored.Name} {restored.Version}, but this host carries version {carried.Version}; an older version of {asked} may do.");
    }

    private ImmutableArray<CarriedPackage> Closure(CarriedPackage root)
    {
        var closure = ImmutableArray.CreateBuilder<CarriedPackage>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Add(root);
        return closure.ToImmutable();

        void Add(CarriedPackage package)
        {
            if (!seen.Add(package.Name))
            {
                return;
            }

            foreach (string dependency in package.Dependencies)
            {
                if (packages.Find(dependency) is { } needed)
                {
                    Add(needed);
                }
            }
            closure.Add(package);
        }
    }

    private static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "no package",
        <= 40 => string.Join(", ", names),
        _ => $"{string.Join(", ", names.Take(40))} and {names.Count - 40} more",
    };
}
