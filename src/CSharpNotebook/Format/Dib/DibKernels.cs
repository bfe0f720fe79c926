using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpNotebook.Format.Dib;

/// <summary>The names that begin a cell of a <c>.dib</c> file: those of Polyglot Notebooks, and those that the file declares.</summary>
internal sealed class DibKernels
{
    public const string Meta = "meta";
    public const string Markdown = "markdown";

    /// <summary>The kernel of a file that does not say which one it begins with.</summary>
    public const string Standard = "csharp";

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        [Standard] = ["c#", "C#", "cs"],
        ["fsharp"] = ["f#", "F#", "fs"],
        ["pwsh"] = ["powershell"],
        ["javascript"] = ["js"],
        ["html"] = [],
        ["sql"] = [],
        ["kql"] = [],
        ["http"] = [],
        ["mermaid"] = [],
        ["value"] = [],
        ["r"] = [],
        [Markdown] = ["md"],
        [Meta] = [],
    };

    private readonly Dictionary<string, string> _kernels = new(StringComparer.Ordinal);

    /// <summary>Makes the list of a file.</summary>
    /// <param name="declared">The <c>kernelInfo</c> of the file; undefined when it has none.</param>
    public DibKernels(JsonElement declared = default)
    {
        foreach ((string name, string[] aliases) in Known)
        {
            Add(name, aliases);
        }

        if (declared.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        Default = declared.TryGetProperty("defaultKernelName", out JsonElement first) ? first.GetString()! : Default;
        if (declared.TryGetProperty("items", out JsonElement items))
        {
            foreach (JsonElement item in items.EnumerateArray())
            {
                Add(item.GetProperty("name").GetString()!, item.TryGetProperty("aliases", out JsonElement aliases)
                    ? [.. aliases.EnumerateArray().Select(alias => alias.GetString()!)]
                    : []);
            }
        }
    }

    /// <summary>The kernel of the text before the first cell.</summary>
    public string Default { get; } = Standard;

    /// <summary>The kernel of the cell that a line begins; null when the line begins none.</summary>
    public string? Find(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal) ? _kernels.GetValueOrDefault(line[2..].TrimEnd('\r')) : null;

    /// <summary>The kernelspec and the language info that Jupyter has for a kernel; null for one that is not a kernel of Jupyter.</summary>
    public static (JsonObject Specification, JsonObject Language)? Jupyter(string kernel) => kernel switch
    {
        Standard => Describe(kernel, "C#", "text/x-csharp", ".cs", "csharp"),
        "fsharp" => Describe(kernel, "F#", "text/x-fsharp", ".fs", "fsharp"),
        "pwsh" => Describe(kernel, "PowerShell", "text/x-powershell", ".ps1", "powershell"),
        _ => null,
    };

    private static (JsonObject Specification, JsonObject Language) Describe(
        string kernel, string language, string mimeType, string ending, string lexer) => (
        new JsonObject { ["name"] = ".net-" + kernel, ["display_name"] = $".NET ({language})", ["language"] = language },
        new JsonObject
        {
            ["name"] = language,
            ["mimetype"] = mimeType,
            ["file_extension"] = ending,
            ["pygments_lexer"] = lexer,
        });

    private void Add(string name, IEnumerable<string> aliases)
    {
        foreach (string each in aliases.Append(name))
        {
            _kernels[each] = name;
        }
    }
}
