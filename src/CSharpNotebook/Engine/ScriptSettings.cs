using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using CSharpNotebook.Directives;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Formatting;

namespace CSharpNotebook.Engine;

/// <summary>The compile settings of every session: language version, the namespaces and assemblies that every cell sees.</summary>
internal static class ScriptSettings
{
    /// <summary>The assemblies besides the framework's that every cell sees.</summary>
    public static ImmutableArray<Assembly> HelperAssemblies { get; } =
        [typeof(Formatter).Assembly, typeof(IHtmlContent).Assembly, typeof(Microsoft.DotNet.Interactive.Kernel).Assembly];

    public static ScriptOptions Default { get; } = ScriptOptions.Default
        .WithLanguageVersion(CellSyntax.Released)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8)
        .WithImports(
            "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
            "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Kernel",
            "Microsoft.DotNet.Interactive.Formatting", "Microsoft.DotNet.Interactive.CellTags");

    /// <summary>The references that every cell of a session sees.</summary>
    public static IEnumerable<MetadataReference> References(SessionReferences session) =>
        HostAssemblies.FrameworkPaths.Concat(HelperAssemblies.Select(assembly => assembly.Location)).Select(session.Get);
}
