using System.Text;
using CSharpNotebook.Cells;
using CSharpNotebook.Engine.Packages;
using CSharpNotebook.Format;
using CSharpNotebook.Session;

namespace CSharpNotebook.Tests.Engine.Packages;

/// <summary>
/// Packages that the host does not carry, from a folder as their source. Packages and caches stay in folders of the test.
/// </summary>
public sealed class RestoreTests : SessionTest
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csharp-notebook-");
    private readonly Dictionary<string, string?> _before = [];

    public RestoreTests()
    {
        if (DotNetSdk.Find() is null)
        {
            Assert.Skip(PackageRestore.NoSdk("of these tests"));
        }

        Options = Options with { WorkingDirectory = _folder.FullName };
        Set("NUGET_PACKAGES", Path.Combine(_folder.FullName, "packages"));
        Set("XDG_CACHE_HOME", Path.Combine(_folder.FullName, "cache"));
        _folder.CreateSubdirectory("source");
        // The sources of the machine are not used, so that no network is needed.
        File.WriteAllText(
            Path.Combine(_folder.FullName, "nuget.config"), "<configuration><packageSources><clear /></packageSources></configuration>");
    }

    private string Source => Path.Combine(_folder.FullName, "source");

    public override void Dispose()
    {
        base.Dispose();
        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_package_and_what_it_needs_are_restored_for_every_language()
    {
        string name = Unique("Top");
        string needed = Unique("Base");
        byte[] below = PackageMaker.Compile(
            needed,
            $"namespace {needed}; public static class Counter {{ public static int Value = 1; public static int Next() => ++Value; }}");
        byte[] above = PackageMaker.Compile(
            name, $"namespace {name}; public static class Use {{ public static int Next() => {needed}.Counter.Next(); }}", below);
        PackageMaker.Pack(Source, needed, "1.0.0", [($"lib/net8.0/{needed}.dll", below)]);
        PackageMaker.Pack(Source, needed, "3.0.0", [($"lib/net8.0/{needed}.dll", below)]);
        PackageMaker.Pack(Source, name, "2.1.0", [($"lib/net8.0/{name}.dll", above)], (needed, "1.0.0"));

        Assert.Equal("2", TextOf(await RunWell("#i \"nuget: source\"\n#r \"nuget: " + name + ", 2.1.0\"\n" + name + ".Use.Next()")));
        Assert.Equal("4", TextOf(await RunWell($"{name}.Use.Next();\n{needed}.Counter.Next()")));
        Assert.Equal("5", TextOf(await RunWell($"#!fsharp\n#r \"nuget: {name}, 2.1.0\"\n{name}.Use.Next()")));
        // The next session finds the answer in the cache: the source may be deleted.
        Directory.Delete(Source, recursive: true);
        Directory.CreateDirectory(Source);
        using var next = new NotebookSession(Options);
        CellResult result = await next.ExecuteAsync(
            $"#i \"nuget: source\"\n#r \"nuget: {name}, 2.1.0\"\n{name}.Use.Next()", TestContext.Current.CancellationToken);
        Assert.Equal(6, result.ReturnValue);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, OperatingSystem.IsWindows()
            ? UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            : File.GetUnixFileMode(RestoreCache.Folder));
    }

    [Fact]
    public async Task Without_a_version_the_newest_is_taken_and_its_extensions_run()
    {
        string name = Unique("Newest");
        string extension = Unique("Extension");
        byte[] Library(int version) => PackageMaker.Compile(
            name, $"namespace {name}; public static class Its {{ public static int Version = {version}; public static int Loads; }}");
        byte[] newest = Library(2);
        byte[] code = PackageMaker.Compile(
            extension,
            $"public static class {extension}KernelExtension {{ public static void Load() => {name}.Its.Loads += 10; }}",
            newest);
        PackageMaker.Pack(Source, name, "1.0.0", [($"lib/net8.0/{name}.dll", Library(1))]);
        PackageMaker.Pack(Source, name, "2.0.0",
        [
            ($"lib/net8.0/{name}.dll", newest),
            ($"interactive-extensions/dotnet/{extension}.dll", code),
            ("interactive-extensions/dotnet/extension.dib", Encoding.UTF8.GetBytes($"#!csharp\n{name}.Its.Loads += 1;\n")),
        ]);
        CellResult result = await RunWell(
            $"#i \"nuget: source\"\n#r \"nuget: {name}\"", $"#r \"nuget: {name}\"\n$\"{{{name}.Its.Version}} {{{name}.Its.Loads}}\"");
        Assert.Equal("2 11", TextOf(result));
    }

    [Fact]
    public async Task An_extension_that_needs_what_is_not_here_is_left_out_with_a_warning()
    {
        string name = Unique("Foreign");
        byte[] foreign = PackageMaker.Compile(
            name + "Extension",
            "public class Foreign : Absent.Base { }",
            PackageMaker.Compile("Absent", "namespace Absent; public class Base { }"));
        PackageMaker.Pack(Source, name, "1.0.0", [
            ($"lib/net8.0/{name}.dll", PackageMaker.Compile(name, "public class C { }")),
            ($"interactive-extensions/dotnet/{name}Extension.dll", foreign)
        ]);
        CellResult result = await RunWell($"#i \"nuget: source\"\n#r \"nuget: {name}, 1.0.0\"\nvar x = 1;");
        Assert.StartsWith(
            $"The extension {name}Extension.dll of the package {name} is left out: it needs what is not here (",
            Assert.IsType<StreamOutput>(result.Outputs[0]).Text,
            StringComparison.Ordinal);
    }

    /// <summary>One test, since a process loads the stand-in for the library once.</summary>
    [Fact]
    public async Task An_extension_for_dotnet_interactive_registers_its_formatters_and_takes_no_name_from_the_cells()
    {
        string name = Unique("Charts"), greedy = Unique("Greedy");
        byte[] library = PackageMaker.Compile("Microsoft.DotNet.Interactive", """
            namespace Microsoft.DotNet.Interactive;
            public class Kernel { public static string Root => "theirs"; public string Name; }
            public static class KernelInvocationContext { }
            public interface IKernelExtension { System.Threading.Tasks.Task OnLoadAsync(Kernel kernel); }
            """);
        byte[] formatting = await File.ReadAllBytesAsync(
            typeof(Microsoft.DotNet.Interactive.Formatting.Formatter).Assembly.Location, TestContext.Current.CancellationToken);
        byte[] charts = PackageMaker.Compile(name, $$"""
            using System.Threading.Tasks;
            using Microsoft.DotNet.Interactive;
            using Microsoft.DotNet.Interactive.Formatting;
            namespace {{name}};
            public class Chart { }
            public class Extension : IKernelExtension
            {
                public Task OnLoadAsync(Kernel kernel)
                {
                    Formatter.Register<Chart>(chart => "<svg/>", "text/html");
                    return Task.CompletedTask;
                }
            }
            """, library, formatting);
        byte[] needsKernel = PackageMaker.Compile(greedy, $$"""
            using System.Threading.Tasks;
            using Microsoft.DotNet.Interactive;
            namespace {{greedy}};
            public class Extension : IKernelExtension
            {
                public async Task OnLoadAsync(Kernel kernel) => await Task.FromResult(kernel.Name);
            }
            """, library);
        foreach ((string package, byte[] code) in new[] { (name, charts), (greedy, needsKernel) })
        {
            PackageMaker.Pack(Source, package, "1.0.0", [
                ($"lib/net8.0/{package}.dll", code),
                ("lib/net8.0/Microsoft.DotNet.Interactive.dll", library),
                ($"interactive-extensions/dotnet/{package}.dll", code)
            ]);
        }

        await RunWell($"#i \"nuget: source\"\n#r \"nuget: {name}, 1.0.0\"");
        Assert.Equal("<svg/>", ResultOf(await RunWell($"new {name}.Chart()"))["text/html"]);
        Assert.Equal(".NET", TextOf(await RunWell("using Microsoft.DotNet.Interactive;\nKernel.Root.Name")));
        Assert.Equal(
            $"The extension {greedy}.dll of the package {greedy} is left out: it needs a kernel of .NET Interactive.\n",
            Assert.IsType<StreamOutput>((await RunWell($"#r \"nuget: {greedy}, 1.0.0\"")).Outputs[0]).Text);
    }

    [Fact]
    public async Task A_framework_that_the_host_does_not_have_is_warned_of()
    {
        string name = Unique("Web");
        PackageMaker.Pack(
            Source,
            name,
            "1.0.0",
            [($"lib/net8.0/{name}.dll", PackageMaker.Compile(name, "public class C { }"))],
            "Microsoft.AspNetCore.App");
        CellResult result = await RunWell($"#i \"nuget: source\"\n#r \"nuget: {name}, 1.0.0\"\nvar x = 1;");
        Assert.Equal(
            $"The package {name} needs the framework Microsoft.AspNetCore.App, which this host was not started with; what uses it will fail.\n",
            Assert.IsType<StreamOutput>(result.Outputs[0]).Text);
    }

    [Fact]
    public async Task Native_libraries_are_found()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The native library of the test is one of Linux.");
        string name = Unique("Native");
        byte[] native = await File.ReadAllBytesAsync(
            Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.so"),
            TestContext.Current.CancellationToken);
        byte[] library = PackageMaker.Compile(name, $$"""
            using System.Runtime.InteropServices;
            public static class {{name}}
            {
                [DllImport("{{name}}Own", EntryPoint = "SystemNative_GetPid")] public static extern int Pid();
            }
            """);
        PackageMaker.Pack(Source, name, "1.0.0",
        [
            ($"lib/net8.0/{name}.dll", library),
            ($"runtimes/{System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}/native/lib{name}Own.so", native),
        ]);
        Assert.Equal(
            Environment.ProcessId, (await RunWell($"#i \"nuget: source\"\n#r \"nuget: {name}, 1.0.0\"\n{name}.Pid()")).ReturnValue);
    }

    [Fact]
    public async Task A_source_that_cannot_be_reached_is_warned_of_once_and_left_out()
    {
        const string Nowhere = "https://127.0.0.1:1/v3/index.json";
        Set("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "1");
        string first = Unique("First"), second = Unique("Second");
        foreach (string name in new[] { first, second })
        {
            PackageMaker.Pack(
                Source, name, "1.0.0", [($"lib/net8.0/{name}.dll", PackageMaker.Compile(name, $"public class {name} {{ }}"))]);
        }

        // A version that the folder does not have is looked for in every source.
        CellResult result = await RunWell($"#i \"nuget: {Nowhere}\"\n#i \"nuget: source\"\n#r \"nuget: {first}, 0.5.0\"\nnew {first}();");
        Assert.Equal(
            $"The package source {Nowhere} cannot be reached, and is left out.\n",
            Assert.IsType<StreamOutput>(result.Outputs[0]).Text);
        // The source may be back tomorrow: other sessions must not take this for the answer.
        Assert.False(Directory.Exists(RestoreCache.Folder));
        result = await RunWell($"#r \"nuget: {second}\"\nnameof({second})");
        Assert.Equal(second, TextOf(result));
        Assert.Single(result.Outputs);
        Assert.StartsWith(
            "The package No.Such.Package could not be restored: NU1101: ",
            (await RunBadly("#r \"nuget: No.Such.Package, 1.0.0\"")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_restore_says_is_the_failure_of_the_cell()
    {
        CellFailure failure = await RunBadly("\n#i \"nuget: source\"\n#r \"nuget: No.Such.Package, 1.0.0\"");
        Assert.StartsWith(
            "The package No.Such.Package could not be restored: NU1101: Unable to find package No.Such.Package.",
            failure.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("\n", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, failure.Line);
        Assert.Equal(CellFailureKind.Reference, failure.Kind);
    }

    [Fact]
    public async Task What_the_host_carries_is_not_loaded_twice_and_not_replaced()
    {
        string carried = CarriedPackages.OfProcess.Find("Markdig")!.Version;
        foreach ((string suffix, string version) in (ReadOnlySpan<(string, string)>)[("Low", "0.0.1"), ("High", "99.0.0")])
        {
            string name = "MarkdigUser" + suffix;
            PackageMaker.Pack(
                Source,
                name,
                "1.0.0",
                [($"lib/net8.0/{name}.dll", PackageMaker.Compile(name, "public class " + name + " { }"))],
                ("Markdig", version));
            PackageMaker.Pack(Source, "Markdig", version, [
                ("lib/net8.0/Markdig.dll", PackageMaker.Compile("Markdig", "namespace Markdig; public class Fake { }"))
            ]);
        }
        Assert.Equal("True", TextOf(await RunWell(
            "#i \"nuget: source\"\n#r \"nuget: MarkdigUserLow, 1.0.0\"\nnew MarkdigUserLow();\nMarkdig.Markdown.ToHtml(\"*a*\").Contains(\"<em>\")")));
        Assert.Equal(
            $"The package MarkdigUserHigh needs Markdig 99.0.0, but this host carries version {carried}; an older version of MarkdigUserHigh may do.",
            (await RunBadly("#r \"nuget: MarkdigUserHigh, 1.0.0\"")).Message);
    }

    /// <summary>What Microsoft.ML 5.0.1 and Azure.Identity 1.21.0 ask for; what the host carries must do for them.</summary>
    [Theory]
    [InlineData("Microsoft.Bcl.AsyncInterfaces", "9.0.4", "9.0.0.4")]
    [InlineData("Microsoft.Bcl.AsyncInterfaces", "10.0.3", "10.0.0.3")]
    [InlineData("Microsoft.ML.DataView", "5.0.1", "1.0.0.0")]
    [InlineData("System.Numerics.Tensors", "9.0.4", "9.0.0.4")]
    public async Task What_popular_packages_need_is_carried_new_enough(string needed, string version, string assemblyVersion)
    {
        // The stand-in says which assembly it asks for, as a compiled reference would.
        string name = Unique("Popular");
        string asks = $"{needed}, Version={assemblyVersion}, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51";
        PackageMaker.Pack(
            Source,
            name,
            "1.0.0",
            [($"lib/net8.0/{name}.dll", PackageMaker.Compile(
                name,
                $"public static class {name} {{ public static string Loaded() => System.Reflection.Assembly.Load(\"{asks}\").GetName().Name; }}"))],
            (needed, version));
        PackageMaker.Pack(Source, needed, version, [($"lib/net8.0/{needed}.dll", PackageMaker.Compile(needed, "public class Fake { }"))]);
        Assert.Equal(needed, TextOf(await RunWell($"#i \"nuget: source\"\n#r \"nuget: {name}, 1.0.0\"\n{name}.Loaded()")));
    }

    [Fact]
    public void Where_there_is_no_sdk_none_is_found() => Assert.Null(DotNetSdk.Find([Path.Combine(_folder.FullName, "dotnet")]));

    /// <summary>A process loads an assembly once, so every test uses unique names.</summary>
    private static string Unique(string name) => $"{name}{Guid.NewGuid():N}"[..(name.Length + 8)];

    private void Set(string name, string value)
    {
        _before[name] = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }
}
