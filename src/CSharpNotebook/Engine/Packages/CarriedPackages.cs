using System.Collections.Immutable;

namespace CSharpNotebook.Engine.Packages;

/// <summary>
/// The packages that are listed in the dependency files (<c>*.deps.json</c>) that the .NET SDK writes next to every program it builds.
/// </summary>
public sealed class CarriedPackages : ICarriedPackages
{
    private static readonly Lazy<CarriedPackages> Process =
        new(() => new CarriedPackages(DependencyFile.OfProcess(), HostAssemblies.Paths));

    private readonly ImmutableSortedDictionary<string, CarriedPackage> _packages;

    private CarriedPackages(IEnumerable<string> dependencyFiles, IReadOnlyDictionary<string, string> hostPaths)
    {
        var packages = ImmutableSortedDictionary.CreateBuilder<string, CarriedPackage>(StringComparer.OrdinalIgnoreCase);
        foreach (string file in dependencyFiles)
        {
            foreach (CarriedPackage package in DependencyFile.Read(file, hostPaths))
            {
                packages.TryAdd(package.Name, package);
            }
        }
        _packages = packages.ToImmutable();
    }

    /// <summary>The packages and projects that the running program was built with.</summary>
    public static CarriedPackages OfProcess => Process.Value;

    /// <inheritdoc/>
    public IReadOnlyList<string> Names => [.. _packages.Values.Select(package => package.Name)];

    /// <summary>The packages of the programs in a folder, by the folder's <c>*.deps.json</c> files.</summary>
    /// <param name="directory">The output folder of a build.</param>
    /// <returns>The packages; where a name is listed twice, the first file in ordinal order is used.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A dependency file cannot be understood.</exception>
    public static CarriedPackages FromDirectory(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new DirectoryNotFoundException($"The package folder {directory} does not exist.");
        }

        string[] files = Directory.GetFiles(Path.GetFullPath(directory), "*.deps.json");
        Array.Sort(files, StringComparer.Ordinal);
        return new CarriedPackages(files, ImmutableDictionary<string, string>.Empty);
    }

    /// <inheritdoc/>
    public CarriedPackage? Find(string name) => _packages.GetValueOrDefault(name);
}
