using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpNotebook.Format.Dib;

/// <summary>
/// The metadata of a notebook as the <c>#!meta</c> of a <c>.dib</c> file. There <c>kernelInfo</c> is what a notebook has at
/// <c>polyglot_notebook.kernelInfo</c>; the kernelspec and the language info follow from the kernel; other keys are the same. A notebook
/// whose metadata would not come back from that has them, as a whole, at <c>csharpNotebook.metadata</c>.
/// </summary>
internal static class DibMetadata
{
    public const string Own = "csharpNotebook";
    public const string KernelInfo = "kernelInfo";
    private const string Polyglot = "polyglot_notebook";
    private const string Specification = "kernelspec";
    private const string LanguageInfo = "language_info";

    /// <summary>The metadata of the notebook.</summary>
    public static NotebookMetadata Read(NotebookMetadata meta, string kernel)
    {
        if (meta.TryGetValue(Own, out JsonElement own) && own.TryGetProperty("metadata", out JsonElement whole))
        {
            return NotebookMetadata.From(whole);
        }

        NotebookMetadata metadata = NotebookMetadata.Empty;
        if (DibKernels.Jupyter(kernel) is (JsonObject specification, JsonObject language))
        {
            metadata = metadata.With(Specification, specification).With(LanguageInfo, language);
        }

        foreach ((string key, JsonElement value) in meta.Where(pair => pair.Key != Own))
        {
            metadata = key == KernelInfo
                ? metadata.With(Polyglot, new JsonObject { [KernelInfo] = Node(value) })
                : metadata.With(key, Node(value));
        }

        return metadata;
    }

    /// <summary>The <c>#!meta</c> of a notebook, without anything about its cells; empty when none is needed.</summary>
    /// <param name="metadata">The metadata of the notebook.</param>
    /// <param name="kernels">The kernels of the cells.</param>
    public static JsonObject Write(NotebookMetadata metadata, IEnumerable<string> kernels)
    {
        var meta = new JsonObject();
        JsonObject? declared = KernelInfoOf(metadata);
        DibKernels known = Kernels(declared);
        string[] unknown = [.. kernels.Where(kernel => known.Find("#!" + kernel) != kernel).Distinct(StringComparer.Ordinal)];
        if (unknown.Length > 0)
        {
            declared ??= new JsonObject { ["defaultKernelName"] = known.Default };
            JsonArray items = declared["items"] as JsonArray ?? [];
            declared["items"] = new JsonArray([.. items.Select(item => item?.DeepClone()),
                .. unknown.Select(kernel => new JsonObject { ["name"] = kernel })]);
        }

        if (declared is not null)
        {
            meta[KernelInfo] = declared;
        }

        foreach ((string key, JsonElement value) in metadata.Where(pair => pair.Key is not (Own or KernelInfo or Polyglot)))
        {
            if (key is not (Specification or LanguageInfo))
            {
                meta[key] = Node(value);
            }
        }

        NotebookMetadata back = Read(NotebookMetadata.From(JsonSerializer.SerializeToElement(meta)), Kernels(declared).Default);
        if (!IsSame(back, metadata))
        {
            meta[Own] = new JsonObject { ["metadata"] = metadata.ToNode() };
        }

        return meta;
    }

    /// <summary>The kernel of the cells that do not name one.</summary>
    public static string DefaultKernel(NotebookMetadata metadata)
    {
        string? name = metadata.Text("kernelspec", "name");
        return metadata.Text(Polyglot, KernelInfo, "defaultKernelName")
            ?? (name?.StartsWith(".net-", StringComparison.Ordinal) == true ? name[".net-".Length..] : null)
            ?? (metadata.Text(Specification, "language") ?? metadata.Text(LanguageInfo, "name")) switch
            {
                null or "C#" or "polyglot-notebook" => DibKernels.Standard,
                "F#" => "fsharp",
                "PowerShell" => "pwsh",
                string other => other,
            };
    }

    public static bool IsSame(NotebookMetadata left, NotebookMetadata right) => JsonNode.DeepEquals(left.ToNode(), right.ToNode());

    private static DibKernels Kernels(JsonObject? declared) =>
        declared is null ? new DibKernels() : new DibKernels(JsonSerializer.SerializeToElement(declared));

    /// <summary>The <c>kernelInfo</c> of a notebook; null when it has none, or one that a <c>.dib</c> file cannot have.</summary>
    private static JsonObject? KernelInfoOf(NotebookMetadata metadata) =>
        metadata.TryGetValue(Polyglot, out JsonElement polyglot) && polyglot.ValueKind == JsonValueKind.Object
        && polyglot.TryGetProperty(KernelInfo, out JsonElement declared) && DibMeta.Problem(declared) is null
            ? InOrder(InOrder((JsonObject)Node(declared)!, "defaultKernelName", "items"))
            : null;

    /// <summary>An object with its keys, and those of its kernels, in the order in which Polyglot Notebooks writes them.</summary>
    private static JsonObject InOrder(JsonObject declared)
    {
        if (declared["items"] is JsonArray items)
        {
            declared["items"] = new JsonArray([.. items.Select(item => InOrder(item!.AsObject(), "name", "languageName", "aliases"))]);
        }

        return declared;
    }

    private static JsonObject InOrder(JsonObject value, params string[] first) => new(
        value.OrderBy(pair => (uint)Array.IndexOf(first, pair.Key)).Select(
            pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

    private static JsonNode? Node(JsonElement value) => JsonSerializer.SerializeToNode(value);
}
