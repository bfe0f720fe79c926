namespace CSharpNotebook.Engine.Packages;

/// <summary>The packages that a notebook can refer to without a network, because the host contains them.</summary>
public interface ICarriedPackages
{
    /// <summary>The names of the packages, in ordinal order without regard to case.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Finds a package.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>The package, or null when it is not carried.</returns>
    CarriedPackage? Find(string name);
}
