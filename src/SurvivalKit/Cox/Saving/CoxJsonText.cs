using System.Text.Json;
using System.Text.Json.Serialization;

namespace SurvivalKit;

/// <summary>The JSON of a fit: numbers with all their digits, whatever the culture.</summary>
internal static class CoxJsonText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static string Write(CoxRecord record) => JsonSerializer.Serialize(record, Options);

    /// <param name="json">The text.</param>
    /// <param name="source">The file, for messages; null: none.</param>
    /// <exception cref="SurvivalDataException">The text is no saved fit, or one of another version.</exception>
    public static CoxRecord Read(string json, string? source)
    {
        string head = source is null ? "The text" : source;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            Check(document.RootElement, head);
            if (HasNullInList(document.RootElement))
            {
                throw new SurvivalDataException($"{head} is a damaged Cox fit: null stands in a list; numbers and words were expected.");
            }

            CoxRecord record = document.Deserialize<CoxRecord>(Options)!;
            return record.Problem() is { } problem ? throw new SurvivalDataException($"{head} is a damaged Cox fit: {problem}.") : record;
        }
        catch (JsonException e)
        {
            throw new SurvivalDataException(
                FormattableString.Invariant(
                    $"{head} is no Cox fit that can be read: it is not as expected {Place(e)}; JSON that a fit was saved to was expected."),
                    e);
        }
    }

    // System.Text.Json would accept a null here.
    private static bool HasNullInList(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HasNullInList(item)),
        JsonValueKind.Object => element.EnumerateObject().Any(property => HasNullInList(property.Value)),
        _ => false,
    };

    private static string Place(JsonException e) =>
        e.Path is { Length: > 1 } path ? $"at {path}" : FormattableString.Invariant($"in line {(e.LineNumber ?? 0) + 1}");

    private static void Check(JsonElement root, string head)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("format", out JsonElement format)
            || format.ValueKind != JsonValueKind.String
            || format.GetString() != CoxRecord.FormatName)
        {
            throw new SurvivalDataException(
                $"{head} is JSON, but no saved Cox fit: its \"format\" was expected to be \"{CoxRecord.FormatName}\".");
        }

        if (!root.TryGetProperty("version", out JsonElement version)
            || version.ValueKind != JsonValueKind.Number
            || !version.TryGetInt32(out int number)
            || number != CoxRecord.CurrentVersion)
        {
            string found = root.TryGetProperty("version", out JsonElement any) ? any.ToString() : "missing";
            throw new SurvivalDataException(
                FormattableString.Invariant($"{head} is a Cox fit of version {found}; version {CoxRecord.CurrentVersion} was expected."));
        }
    }
}
