using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SurvivalKit.Published.Tests;

/// <summary>A validator of the part of JSON Schema 2020-12 that our schema uses; an unknown keyword is an error of the schema.</summary>
internal sealed class SchemaWalker(JsonNode root)
{
    private static readonly HashSet<string> Ignored = ["$schema", "$defs", "title", "description", "then"];

    public IReadOnlyList<string> Errors(JsonNode? instance) => [.. Walk(root, instance, "$")];

    private IEnumerable<string> Walk(JsonNode schema, JsonNode? value, string path)
    {
        foreach ((string key, JsonNode? rule) in schema.AsObject())
        {
            foreach (string error in Ignored.Contains(key) ? [] : Apply(schema, key, rule!, value, path))
            {
                yield return error;
            }
        }
    }

    private IEnumerable<string> Apply(JsonNode schema, string key, JsonNode rule, JsonNode? value, string path) => key switch
    {
        "$ref" => Walk(root["$defs"]![rule.GetValue<string>().Split('/')[^1]]!, value, path),
        "type" => When(
            !(rule is JsonArray types ? types.Any(t => IsType(t!.GetValue<string>(), value)) : IsType(rule.GetValue<string>(), value)),
            path,
            $"no {rule}"),
        "const" => When(!JsonNode.DeepEquals(rule, value), path, $"not {rule}"),
        "enum" => When(!rule.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)), path, $"none of {rule.ToJsonString()}"),
        "minLength" => When(value is JsonValue v
            && v.GetValueKind() == JsonValueKind.String
            && v.GetValue<string>().Length < rule.GetValue<int>(), path, "too short"),
        "minimum" => When(Number(value) < Number(rule), path, $"below {rule}"),
        "maximum" => When(Number(value) > Number(rule), path, $"above {rule}"),
        "minItems" => When(value is JsonArray a && a.Count < rule.GetValue<int>(), path, "too few items"),
        "maxItems" => When(value is JsonArray a && a.Count > rule.GetValue<int>(), path, "too many items"),
        "uniqueItems" =>
            When(value is JsonArray a && a.Select(item => item!.ToJsonString()).Distinct().Count() != a.Count, path, "doubled items"),
        "items" => value is JsonArray a ? a.SelectMany(
            (item, i) => Walk(rule, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"))) : [],
        "required" => value is JsonObject o ? rule.AsArray().Select(k => k!.GetValue<string>()).Where(k => !o.ContainsKey(k))
            .Select(k => $"{path}: {k} is missing") : [],
        "properties" => value is JsonObject o ? rule.AsObject()
            .Where(p => o.ContainsKey(p.Key))
            .SelectMany(p => Walk(p.Value!, o[p.Key], $"{path}.{p.Key}")) : [],
        "additionalProperties" => value is JsonObject o ? o.Where(p => !schema["properties"]!.AsObject().ContainsKey(p.Key))
            .Select(p => $"{path}.{p.Key} is unknown") : [],
        "allOf" => rule.AsArray().SelectMany(part => Walk(part!, value, path)),
        "anyOf" => When(!rule.AsArray().Any(part => Fits(part!, value)), path, "none of anyOf fits"),
        "oneOf" => When(rule.AsArray().Count(part => Fits(part!, value)) != 1, path, "not exactly one of oneOf fits"),
        "not" => When(Fits(rule, value), path, "fits what it must not"),
        "if" => Fits(rule, value) ? Walk(schema["then"]!, value, path) : [],
        _ => throw new NotSupportedException($"The schema uses \"{key}\", which this walker does not know."),
    };

    private bool Fits(JsonNode schema, JsonNode? value) => !Walk(schema, value, "$").Any();

    private static IEnumerable<string> When(bool wrong, string path, string what) => wrong ? [$"{path}: {what}"] : [];

    private static double? Number(JsonNode? value) => value is JsonValue v
        && v.GetValueKind() == JsonValueKind.Number ? double.Parse(v.ToJsonString(), CultureInfo.InvariantCulture) : null;

    private static bool IsType(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } number && number == Math.Floor(number),
        _ => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
    };
}
