using CSharpNotebook.Cells;
using CSharpNotebook.Engine.Packages;

namespace CSharpNotebook.Tests.Engine.Packages;

/// <summary>Versions by the rules of NuGet.</summary>
public sealed class PackageVersionTests
{
    [Theory]
    [InlineData("", "1.2.3", "Exact")]
    [InlineData("1.2.3", "1.2.3", "Exact")]
    [InlineData("[1.2.3]", "1.2.3", "Exact")]
    [InlineData("[1.2.3]", "1.2.4", "None")]
    [InlineData("1.2", "1.2.0", "Exact")]
    [InlineData("1.2.0.0", "1.2.0", "Exact")]
    [InlineData("1.2.*", "1.2.3", "Exact")]
    [InlineData("1.*", "1.2.3-beta.1", "Exact")]
    [InlineData("*", "1.2.3", "Exact")]
    [InlineData("1.0.0-BETA", "1.0.0-beta+abc", "Exact")]
    [InlineData("1.2.*", "1.20.3", "Higher")]
    [InlineData("1.2.3", "1.2.4", "Higher")]
    [InlineData("1.2.3", "1.2.2", "None")]
    [InlineData("1.0.0", "1.0.0-beta", "None")]
    [InlineData("1.0.0-beta.2", "1.0.0-beta.10", "Higher")]
    [InlineData("[1.0, 2.0)", "1.9.9", "Exact")]
    [InlineData("[1.0, 2.0)", "2.0.0", "None")]
    [InlineData("(1.0, 2.0]", "1.0.0", "None")]
    [InlineData("(, 2.0]", "0.1", "Exact")]
    public void A_version_is_accepted_as_nuget_would(string asked, string version, string match) =>
        Assert.Equal(match, PackageVersion.Match(asked, version).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("Name\" />, 1.0")]
    [InlineData("Name, $(Home)/1")]
    public void What_is_no_name_or_no_version_does_not_reach_a_project(string specification) =>
        Assert.Throws<CellFailedException>(() => PackageRequest.Parse(specification));
}
