using Microsoft.DotNet.Interactive.Formatting;

namespace CSharpNotebook.Tests.Engine;

/// <summary>Shows values as a compiled package does that knows the formatting library and no host.</summary>
public static class CompiledDisplays
{
    public static DisplayedValue Show(object value, params string[] mimeTypes) => System.DisplayExtensions.Display(value, mimeTypes);

    public static DisplayedValue ShowAs(string text, string mimeType) => System.DisplayExtensions.DisplayAs(text, mimeType);
}
