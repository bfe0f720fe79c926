using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CSharpNotebook.Runner;

/// <summary>Reads the values of parameters from a YAML or JSON file: a mapping from names to values.</summary>
public static class ParameterFile
{
    private const int DeepestNesting = 64;
    private const int MostValues = 1_000_000;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; <c>.json</c> is read as JSON, everything else as YAML.</param>
    /// <returns>
    /// The values in their order, each null, a boolean, a number, a text, a <see cref="ParameterText"/>, a list or a dictionary.
    /// </returns>
    /// <exception cref="NotebookParameterException">The file cannot be read as that.</exception>
    public static IReadOnlyDictionary<string, object?> Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookParameterException($"{path}: there is no such file; parameters in YAML or JSON were expected.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NotebookParameterException($"{path}: the file cannot be read: {exception.Message}", exception);
        }
        return Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase) ? ParseJson(text, path) : ParseYaml(text, path);
    }

    /// <summary>Reads YAML.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="name">Its name in messages.</param>
    /// <returns>The values.</returns>
    /// <exception cref="NotebookParameterException">It is not a mapping in YAML.</exception>
    public static IReadOnlyDictionary<string, object?> ParseYaml(string yaml, string name = "parameters")
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException exception)
        {
            string message = (exception.InnerException ?? exception).Message.ReplaceLineEndings(" ").TrimEnd('.');
            throw new NotebookParameterException(
                string.Create(CultureInfo.InvariantCulture, $"{name}, line {exception.Start.Line}: this is not YAML: {message}."),
                exception);
        }
        if (stream.Documents.Count == 0)
        {
            return ImmutableDictionary<string, object?>.Empty;
        }

        if (stream.Documents[0].RootNode is not YamlMappingNode mapping)
        {
            throw new NotebookParameterException($"{name}: a mapping from names of parameters to values was expected.");
        }

        int left = MostValues;
        return (IReadOnlyDictionary<string, object?>)Value(mapping, name, 0, ref left)!;
    }

    private static object? Value(YamlNode node, string name, int depth, ref int left)
    {
        // References can make a short file infinite.
        if (depth > DeepestNesting || left-- == 0)
        {
            throw new NotebookParameterException($"{name}: the values are nested too deeply, or too many.");
        }

        switch (node)
        {
            case YamlScalarNode { Style: ScalarStyle.Plain } scalar:
                return string.IsNullOrEmpty(scalar.Value) ? null : new ParameterText(scalar.Value);
            case YamlScalarNode scalar:
                return scalar.Value ?? "";
            case YamlSequenceNode sequence:
                var items = new List<object?>();
                foreach (YamlNode item in sequence)
                {
                    items.Add(Value(item, name, depth + 1, ref left));
                }

                return items;
            case YamlMappingNode mapping:
                var values = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
                foreach ((YamlNode key, YamlNode value) in mapping)
                {
                    string text = (key as YamlScalarNode)?.Value
                        ?? throw new NotebookParameterException($"{name}: a name was expected as the key of a mapping.");
                    values[text] = Value(value, name, depth + 1, ref left);
                }
                return values;
            default:
                throw new NotebookParameterException($"{name}: a value, a list or a mapping was expected.");
        }
    }

    private static OrderedDictionary<string, object?> ParseJson(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Value(document.RootElement) as OrderedDictionary<string, object?>
                ?? throw new NotebookParameterException($"{name}: an object with the names of parameters as keys was expected.");
        }
        catch (JsonException exception)
        {
            throw new NotebookParameterException(
                string.Create(CultureInfo.InvariantCulture, $"{name}, line {exception.LineNumber + 1}: this is not JSON."), exception);
        }
    }

    private static object? Value(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var values = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    values[property.Name] = Value(property.Value);
                }

                return values;
            case JsonValueKind.Array:
                return element.EnumerateArray().Select(Value).ToList();
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.TryGetInt64(out long integer) ? integer
                    : BigInteger.TryParse(
                        element.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger large) ? large
                    : element.GetDouble();
            case JsonValueKind.True or JsonValueKind.False:
                return element.GetBoolean();
            default:
                return null;
        }
    }
}
