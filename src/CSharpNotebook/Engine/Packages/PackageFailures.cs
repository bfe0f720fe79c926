using CSharpNotebook.Cells;

namespace CSharpNotebook.Engine.Packages;

/// <summary>The failures of <c>#r "nuget: ..."</c>.</summary>
internal static class PackageFailures
{
    public static CellFailedException NotFound(string message) =>
        new(new CellFailure(CellFailureKind.Reference, "PackageNotFound", message));
}
