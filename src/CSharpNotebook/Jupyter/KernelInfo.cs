using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using CSharpNotebook.Engine;

namespace CSharpNotebook.Jupyter;

/// <summary>The kernel's description of itself: <c>kernel_info_reply</c>.</summary>
internal static class KernelInfo
{
    public static JsonObject Reply() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = JupyterMessage.ProtocolVersion,
        ["implementation"] = "CSharpNotebook",
        ["implementation_version"] = HostVersions.Host,
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = HostVersions.Language,
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = $"CSharpNotebook {HostVersions.Host}: C# on {RuntimeInformation.FrameworkDescription}",
        ["help_links"] = new JsonArray(
            new JsonObject { ["text"] = "C#", ["url"] = "https://learn.microsoft.com/dotnet/csharp/" },
            new JsonObject { ["text"] = ".NET API", ["url"] = "https://learn.microsoft.com/dotnet/api/" }),
        ["debugger"] = false,
        ["supported_features"] = new JsonArray(),
    };
}
