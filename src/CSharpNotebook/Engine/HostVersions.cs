using System.Reflection;
using CSharpNotebook.Directives;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Engine;

/// <summary>The versions of the host and its language.</summary>
internal static class HostVersions
{
    /// <summary>The version of this host.</summary>
    public static string Host { get; } = Read(typeof(HostVersions).Assembly);

    /// <summary>The version of C# that cells are written in unless they ask for another, such as <c>14.0</c>.</summary>
    public static string Language { get; } = CellSyntax.Released.ToDisplayString();

    /// <summary>The informational version of an assembly, without the commit that it was built from.</summary>
    public static string Read(Assembly assembly) =>
        (assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? assembly.GetName().Version?.ToString() ?? "").Split('+')[0];
}
