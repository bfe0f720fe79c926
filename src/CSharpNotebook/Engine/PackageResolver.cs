using System.Collections.Immutable;

namespace CSharpNotebook.Engine;

/// <summary>Finds what <c>#r "nuget: Name, Version"</c> names among the carried packages, with everything it depends on.</summary>
internal sealed class PackageResolver(ICarriedPackages packages)
{
    /// <summary>The package and its transitive dependencies, dependencies first.</summary>
    /// <param name="specification">What follows <c>nuget:</c>: <c>Name</c> or <c>Name, Version</c>.</param>
    /// <returns>The packages, each once.</returns>
    /// <exception cref="CellFailedException">The package is not carried, or in another version.</exception>
    public ImmutableArray<CarriedPackage> Resolve(string specification)
    {
        string[] parts = specification.Split(',', 2, StringSplitOptions.TrimEntries);
        string name = parts[0];
        if (name.Length == 0) throw Failed("#r \"nuget: ...\" names no package; a name and a version were expected, such as #r \"nuget: Name, 1.0.0\".");
        CarriedPackage package = packages.Find(name)
            ?? throw Failed($"The package {name} is not carried by this host, and nothing is downloaded; it carries {List(packages.Names)}.");
        if (parts.Length > 1 && !Accepts(parts[1], package.Version))
            throw Failed($"The package {package.Name} is carried in version {package.Version}, but the notebook asks for {parts[1]}.");

        var closure = ImmutableArray.CreateBuilder<CarriedPackage>();
        Add(package, new HashSet<string>(StringComparer.OrdinalIgnoreCase), closure);
        return closure.ToImmutable();
    }

    /// <summary>Whether a version satisfies what was asked for: the same version, <c>*</c>, or a start such as <c>1.2.*</c>.</summary>
    internal static bool Accepts(string asked, string carried)
    {
        asked = asked.Trim().Trim('[', ']');
        if (asked.Length == 0 || asked is "*" or "*-*") return true;
        if (asked.EndsWith(".*", StringComparison.Ordinal)) return (carried + ".").StartsWith(asked[..^1], StringComparison.OrdinalIgnoreCase);
        return string.Equals(Normalize(asked), Normalize(carried), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>NuGet takes 1.0, 1.0.0 and 1.0.0.0 for the same version, and ignores what follows a plus sign.</summary>
    private static string Normalize(string version)
    {
        string[] halves = version.Split('+')[0].Split('-', 2);
        List<string> numbers = [.. halves[0].Split('.')];
        while (numbers.Count < 3) numbers.Add("0");
        if (numbers.Count == 4 && numbers[3] == "0") numbers.RemoveAt(3);
        string release = string.Join('.', numbers);
        return halves.Length > 1 ? $"{release}-{halves[1]}" : release;
    }

    private void Add(CarriedPackage package, HashSet<string> seen, ImmutableArray<CarriedPackage>.Builder closure)
    {
        if (!seen.Add(package.Name)) return;
        foreach (string dependency in package.Dependencies)
        {
            if (packages.Find(dependency) is { } needed) Add(needed, seen, closure);
        }
        closure.Add(package);
    }

    private static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "no package",
        <= 40 => string.Join(", ", names),
        _ => $"{string.Join(", ", names.Take(40))} and {names.Count - 40} more",
    };

    private static CellFailedException Failed(string message) => new(new CellFailure(CellFailureKind.Reference, "PackageNotFound", message));
}
