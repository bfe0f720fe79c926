using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SurvivalKit.Interactive.Tests;

/// <summary>What the readme of SurvivalKit.Notebooks says of .NET Interactive; its code runs in <see cref="HostedKernelTests"/>.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme =
        File.ReadAllText(NotebookFiles.FullPath(Path.Combine("src", "SurvivalKit.Notebooks", "README.md")));

    /// <summary>The cells of C# that it shows.</summary>
    internal static string[] Cells => [.. CodeBlock().Matches(Readme).Select(match => match.Groups["code"].Value)];

    [Fact]
    public void It_names_the_tool_of_the_manifest()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(NotebookFiles.FullPath(Path.Combine(".config", "dotnet-tools.json"))));
        JsonElement tool = manifest.RootElement.GetProperty("tools").GetProperty("microsoft.dotnet-interactive");
        string version = tool.GetProperty("version").GetString()!;
        Assert.Contains($"Microsoft.dotnet-interactive --version {version}\n", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void It_names_the_version_of_the_formatting_library()
    {
        const string Library = "Microsoft.DotNet.Interactive.Formatting";
        string version = XDocument.Load(NotebookFiles.FullPath("Directory.Packages.props")).Descendants("PackageVersion")
            .Single(package => (string)package.Attribute("Include")! == Library).Attribute("Version")!.Value;
        Assert.Contains($"{Library}; the package is made for version {version}.", Readme, StringComparison.Ordinal);
    }

    [GeneratedRegex("```csharp\\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeBlock();
}
