using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SurvivalKit.Tests;

/// <summary>Who may reference whom, read from the project files.</summary>
public sealed partial class ReferenceRuleTests
{
    private static readonly Dictionary<string, string[]> AllowedProjects = new()
    {
        ["SurvivalKit"] = [],
        ["CSharpNotebook"] = [],
        ["SurvivalKit.Figures"] = ["SurvivalKit"],
        ["SurvivalKit.Documents"] = ["SurvivalKit"],
        ["SurvivalKit.TextCheck"] = ["SurvivalKit"],
        ["SurvivalKit.Sources"] = ["SurvivalKit"],
        ["SurvivalKit.Published"] = ["SurvivalKit", "SurvivalKit.TextCheck"],
        ["SurvivalKit.Notebooks"] = ["SurvivalKit", "SurvivalKit.Figures", "SurvivalKit.Published"],
        ["SurvivalKit.Cli"] =
        [
            "SurvivalKit", "SurvivalKit.Documents", "SurvivalKit.Figures", "SurvivalKit.Published", "SurvivalKit.Notebooks",
            "SurvivalKit.Sources", "CSharpNotebook",
        ],
    };

    private static readonly Dictionary<string, string[]> OnlyUsersOf = new()
    {
        ["HarfBuzzSharp"] = ["SurvivalKit.Figures"],
        ["SkiaSharp"] = ["SurvivalKit.Figures"],
        ["DocumentFormat.OpenXml"] = ["SurvivalKit.Documents"],
        ["PdfPig"] = ["SurvivalKit.Documents"],
        ["Apache.Arrow"] = ["SurvivalKit.Sources"],
        ["ExcelDataReader"] = ["SurvivalKit.Sources"],
        ["ParquetSharp"] = ["SurvivalKit.Sources"],
        ["XPlot"] = ["SurvivalKit.Figures"],
        ["Microsoft.CodeAnalysis"] = ["CSharpNotebook"],
        ["NetMQ"] = ["CSharpNotebook"],
        ["FSharp.Compiler"] = ["CSharpNotebook"],
        ["DuckDB.NET"] = ["CSharpNotebook", "SurvivalKit.Sources"],
        ["Npgsql"] = ["SurvivalKit.Sources"],
        ["AngleSharp"] = ["CSharpNotebook", "SurvivalKit.TextCheck"],
        ["Markdig"] = ["CSharpNotebook", "SurvivalKit.TextCheck"],
    };

    public static TheoryData<string> Projects => [.. ProjectFiles("src").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_those_below_it(string project)
    {
        Assert.True(
            AllowedProjects.TryGetValue(project, out string[]? allowed), $"{project} is not in the plan of who may reference whom.");
        Assert.Empty(References(project, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
            .Except(allowed));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_package_that_belongs_to_a_room_is_seen_there_only(string project)
    {
        foreach (string package in References(project, "PackageReference"))
        {
            foreach ((string family, string[] owners) in OnlyUsersOf)
            {
                Assert.True(
                    owners.Contains(project) || !(package == family || package.StartsWith(family + ".", StringComparison.Ordinal)),
                    $"{project} references {package}; only {string.Join(" and ", owners)} may.");
            }
        }
    }

    [Fact]
    public void The_library_needs_four_packages() =>
        Assert.Equal(
            ["MathNet.Numerics", "Microsoft.Data.Analysis", "System.Numerics.Tensors"],
            References("SurvivalKit", "PackageReference").Order());

    [Fact]
    public void The_notebook_host_knows_nothing_of_survival() =>
        Assert.DoesNotContain(
            Sources("src/CSharpNotebook"),
            file => UsingSurvivalKit().IsMatch(File.ReadAllText(file)));

    [Fact]
    public void Nobody_references_the_command_line_but_its_tests()
    {
        IEnumerable<string> users = ProjectFiles("src").Concat(ProjectFiles("tests"))
            .Where(file => XDocument.Load(file)
                .Descendants("ProjectReference")
                .Any(node => node.Attribute("Include")!.Value.EndsWith("SurvivalKit.Cli.csproj", StringComparison.Ordinal)))
            .Select(file => Path.GetFileNameWithoutExtension(file));

        Assert.Empty(users.Except(["SurvivalKit.Cli.Tests"]));
    }

    [Fact]
    public void Versions_are_exact_and_in_one_place()
    {
        foreach (string file in ProjectFiles("src").Concat(ProjectFiles("tests")))
        {
            Assert.All(XDocument.Load(file).Descendants("PackageReference"), node =>
            {
                Assert.Null(node.Attribute("Version"));
                Assert.Null(node.Attribute("VersionOverride"));
            });
        }

        XElement[] versions = [.. XDocument.Load(Repository.File("Directory.Packages.props")).Descendants("PackageVersion")];
        Assert.NotEmpty(versions);
        Assert.All(versions, node => Assert.Matches(ExactVersion(), node.Attribute("Version")!.Value));
    }

    [Fact]
    public void The_library_writes_to_no_console()
    {
        // Examples in documentation comments may print.
        IEnumerable<string> code = Sources("src/SurvivalKit")
            .SelectMany(File.ReadLines)
            .Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal));

        Assert.DoesNotContain(code, line => line.Contains("Console", StringComparison.Ordinal));
    }

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(Repository.File($"src/{project}/{project}.csproj"))
            .Descendants(kind)
            .Select(node => node.Attribute("Include")!.Value);

    private static IEnumerable<string> ProjectFiles(string folder) =>
        Directory.EnumerateDirectories(Repository.File(folder)).SelectMany(project => Directory.EnumerateFiles(project, "*.csproj"));

    private static IEnumerable<string> Sources(string folder)
    {
        string root = Repository.File(folder);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"));
    }

    [GeneratedRegex(@"\busing\s+(static\s+)?SurvivalKit\b|\bnamespace\s+SurvivalKit\b")]
    private static partial Regex UsingSurvivalKit();

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?(-[0-9A-Za-z.]+)?$")]
    private static partial Regex ExactVersion();
}
