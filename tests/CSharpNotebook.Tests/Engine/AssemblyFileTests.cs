using CSharpNotebook.Cells;
using CSharpNotebook.Engine;
using CSharpNotebook.Engine.Packages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Tests.Engine;

/// <summary>Assemblies that the test process does not have, in a separate folder.</summary>
public sealed class AssemblyFileTests : SessionTest, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("csharp-notebook-").FullName;

    public AssemblyFileTests() => Options = Options with { WorkingDirectory = _folder };

    void IDisposable.Dispose()
    {
        Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task An_assembly_is_referred_to_by_its_path_from_the_working_directory()
    {
        Compile("PathLibrary", "public static class Greeting { public static string Text => \"hello\"; }");
        Assert.Equal("hello", TextOf(await RunWell("#r \"PathLibrary.dll\"\nGreeting.Text")));
    }

    [Fact]
    public async Task The_file_of_an_assembly_that_the_host_has_gives_the_hosts_assembly()
    {
        string copy = Path.Combine(_folder, "CSharpNotebook.Tests.dll");
        File.Copy(typeof(SharedCounter).Assembly.Location, copy);
        SharedCounter.Value = 7;
        Assert.Equal("7", TextOf(await RunWell("#r \"CSharpNotebook.Tests.dll\"\nCSharpNotebook.Tests.Engine.SharedCounter.Value")));
    }

    [Fact]
    public async Task An_assembly_of_the_framework_is_referred_to_by_its_name() =>
        Assert.Equal("<a />", TextOf(await RunWell("#r \"System.Xml.Linq\"\nnew System.Xml.Linq.XElement(\"a\").ToString()")));

    [Fact]
    public async Task A_missing_or_false_assembly_is_one_sentence()
    {
        Assert.Equal(
            $"There is no assembly Nowhere.dll in {_folder}; a path to a .dll was expected.", (await RunBadly(
                "#r \"Nowhere.dll\"")).Message);
        await File.WriteAllTextAsync(Path.Combine(_folder, "False.dll"), "text", TestContext.Current.CancellationToken);
        Assert.Equal("False.dll is not a .NET assembly.", (await RunBadly("#r \"False.dll\"")).Message);
    }

    [Fact]
    public async Task A_script_is_loaded_from_the_working_directory()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "part.csx"), "int FromFile() => 9;", TestContext.Current.CancellationToken);
        Assert.Equal("9", TextOf(await RunWell("#load \"part.csx\"\nFromFile()")));
    }

    [Fact]
    public async Task A_folder_of_a_build_can_carry_the_packages()
    {
        Compile(
            "Base.Library",
            "namespace Base; public static class Counter { public static int Value = 1; public static int Next() => ++Value; }");
        Compile(
            "Top.Library", "namespace Top; public static class Use { public static int Next() => Base.Counter.Next(); }", "Base.Library");
        await File.WriteAllTextAsync(Path.Combine(_folder, "Top.deps.json"), """
            {
              "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
              "targets": {
                ".NETCoreApp,Version=v10.0": {
                  "Top/2.1.0": { "dependencies": { "Base": "1.0.0", "Not.Carried": "1.0.0" }, "runtime": { "lib/net10.0/Top.Library.dll": {} } },
                  "Base/1.0.0": { "runtime": { "Base.Library.dll": {} } },
                  "Gone/1.0.0": { "runtime": { "Gone.dll": {} } }
                }
              }
            }
            """, TestContext.Current.CancellationToken);
        Options = Options with { Packages = CarriedPackages.FromDirectory(_folder) };

        Assert.Equal(["Base", "Gone", "Top"], Options.Packages.Names);
        Assert.Equal("3", TextOf(await RunWell("#r \"nuget: Top, 2.1.0\"", "Top.Use.Next();", "Top.Use.Next()")));
        Assert.Equal("3", TextOf(await RunWell("Base.Counter.Value")));
        Assert.Equal(
            "The package Gone 1.0.0 lacks its assembly Gone.dll, which was expected next to the host.", (await RunBadly(
                "#r \"nuget: Gone\"")).Message);
    }

    [Fact]
    public async Task An_extension_that_fails_is_named()
    {
        Compile("Broken", "public class Broken { }");
        Directory.CreateDirectory(Path.Combine(_folder, "interactive-extensions", "Broken"));
        await File.WriteAllTextAsync(
            Path.Combine(
                _folder,
                "interactive-extensions",
                "Broken",
                "extension.dib"), "#!markdown\ntext\n#!csharp\nmissing();", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "x.deps.json"),
            """{"runtimeTarget":{"name":"t"},"targets":{"t":{"Broken/1.0.0":{"runtime":{"Broken.dll":{}}}}}}""",
            TestContext.Current.CancellationToken);
        Options = Options with { Packages = CarriedPackages.FromDirectory(_folder) };

        CellFailure failure = await RunBadly("\n\n#r \"nuget: Broken\"");
        Assert.StartsWith(
            "The extension of the package Broken failed (extension.dib, line 4): ", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, failure.Line);
    }

    [Fact]
    public void A_false_dependency_file_or_folder_is_one_sentence()
    {
        Assert.Throws<DirectoryNotFoundException>(() => CarriedPackages.FromDirectory(Path.Combine(_folder, "nowhere")));
        File.WriteAllText(Path.Combine(_folder, "bad.deps.json"), "{}");
        Assert.Contains(
            "bad.deps.json is not a dependency file",
            Assert.Throws<InvalidDataException>(() => CarriedPackages.FromDirectory(_folder)).Message,
            StringComparison.Ordinal);
    }

    private void Compile(string name, string code, params string[] references)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(code)],
            HostAssemblies.FrameworkPaths.Concat(references.Select(reference => Path.Combine(_folder, reference + ".dll")))
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var result = compilation.Emit(Path.Combine(_folder, name + ".dll"));
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
    }
}
