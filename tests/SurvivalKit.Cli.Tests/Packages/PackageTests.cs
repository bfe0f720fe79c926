using System.IO.Compression;
using System.Text.RegularExpressions;

namespace SurvivalKit.Cli.Tests.Packages;

/// <summary>What a user gets who has the packages and not the sources.</summary>
[Collection(nameof(PackedTests))]
public sealed partial class PackageTests(PackedProject packed)
{
    [Fact]
    public void Each_package_has_a_readme_an_icon_a_licence_and_its_documentation()
    {
        string[] packages = Directory.GetFiles(packed.Folder, "*.nupkg");

        Assert.Equal(
            [
                "CSharpNotebook", "SurvivalKit", "SurvivalKit.Cli", "SurvivalKit.Cli.*", "SurvivalKit.Documents", "SurvivalKit.Figures",
                "SurvivalKit.Notebooks", "SurvivalKit.Published", "SurvivalKit.Sources", "SurvivalKit.TextCheck"
            ],
            packages.Select(file => Platform().Replace(Name(file), "Cli.*")).Order(StringComparer.Ordinal));
        foreach (string file in packages)
        {
            using ZipArchive package = ZipFile.OpenRead(file);
            string name = Name(file);
            Assert.NotNull(package.GetEntry("README.md"));
            Assert.NotNull(package.GetEntry("icon.png"));
            using var nuspec = new StreamReader(package.GetEntry(name + ".nuspec")!.Open());
            Assert.Contains("""<license type="expression">MIT</license>""", nuspec.ReadToEnd(), StringComparison.Ordinal);
            if (!name.StartsWith("SurvivalKit.Cli", StringComparison.Ordinal))
            {
                Assert.NotNull(package.GetEntry($"lib/net10.0/{name}.xml"));
                Assert.True(File.Exists(Path.ChangeExtension(file, ".snupkg")));
            }
        }
    }

    [Fact]
    public async Task A_program_uses_the_library_and_the_figures()
    {
        string folder = packed.NewFolder("program");
        await File.WriteAllTextAsync(Path.Combine(folder, "program.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SurvivalKit.Figures" Version="{packed.Version}" />
              </ItemGroup>
            </Project>
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Program.cs"), Code("SurvivalKit.Figures"), TestContext.Current.CancellationToken);

        CliRun run = await packed.DotnetAsync(folder, "run");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        string figure = await File.ReadAllTextAsync(Path.Combine(folder, "survival.svg"), TestContext.Current.CancellationToken);
        Assert.Contains("<svg", figure, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "forest.pdf")));
    }

    [Fact]
    public async Task A_program_of_one_file_uses_what_the_readmes_of_the_libraries_show()
    {
        string folder = packed.NewFolder("script");
        string study = Path.Combine("data-samples", "ep-nec-2025");
        Directory.CreateDirectory(Path.Combine(folder, study));
        File.Copy(Path.Combine(Survkit.Repository, study, "study.json"), Path.Combine(folder, study, "study.json"));
        string[] lines = [.. new[] { "SurvivalKit", "SurvivalKit.TextCheck", "SurvivalKit.Published" }.SelectMany(
            name => Code(name).Split('\n'))];
        string[] usings = [.. lines.Where(line => line.StartsWith("using ", StringComparison.Ordinal)).Distinct()];
        await File.WriteAllLinesAsync(
            Path.Combine(folder, "survival.cs"),
            [$"#:package SurvivalKit.Published@{packed.Version}", .. usings, .. lines.Except(usings)],
            TestContext.Current.CancellationToken);

        CliRun run = await packed.DotnetAsync(folder, "run", "survival.cs");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("0.598", run.Output, StringComparison.Ordinal);
        Assert.Contains("36 (63.0%)", run.Output, StringComparison.Ordinal);
        Assert.Contains("ep-nec-2025: 460 printed numbers", run.Output, StringComparison.Ordinal);
    }

    private string Name(string file) =>
        Path.GetFileName(file)[..Path.GetFileName(file).IndexOf("." + packed.Version, StringComparison.Ordinal)];

    /// <summary>The program that a package's readme shows.</summary>
    private static string Code(string project) => ReadmeCode()
        .Match(File.ReadAllText(Path.Combine(Survkit.Repository, "src", project, "README.md"))).Groups["code"].Value;

    [GeneratedRegex("```csharp\\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex ReadmeCode();

    [GeneratedRegex("Cli\\..+$")]
    private static partial Regex Platform();
}
