using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SurvivalKit.Published;

/// <summary>The JSON form of <see cref="ClaimChecks"/>, which a notebook's output carries.</summary>
internal static class ClaimChecksJson
{
    // Ids hold signs such as ≥ and +; they stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ClaimChecks checks)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("study", checks.Study.Id);
            writer.WriteStartObject("summary");
            foreach ((Verdict verdict, int count) in checks.Counts())
            {
                writer.WriteNumber(verdict.ToName(), count);
            }

            writer.WriteEndObject();
            writer.WriteStartArray("claims");
            foreach (ClaimCheck check in checks)
            {
                WriteCheck(writer, check);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static ClaimChecks Parse(Study study, string json)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(json);
        using JsonDocument document = StudyFile.ParseJson(json, "checks");
        JsonObjectReader whole = new JsonValueReader("checks", "$", document.RootElement).Object();
        JsonValueReader id = whole.Required("study");
        if (id.Text() != study.Id)
        {
            throw id.Error($"\"{id.Text()}\" was found; the study \"{study.Id}\" was expected.");
        }

        whole.Required("summary");
        ImmutableArray<ClaimCheck> checks = whole.Required("claims").List(value => Read(study, value));
        whole.End();
        return new ClaimChecks(study, checks);
    }

    private static void WriteCheck(Utf8JsonWriter writer, ClaimCheck check)
    {
        writer.WriteStartObject();
        writer.WriteString("id", check.Claim.Id);
        writer.WriteString("printed", check.Claim.Printed);
        // JSON has no infinity; such a number is not estimable.
        if (check.Computed is { } computed && double.IsFinite(computed))
        {
            writer.WriteNumber("computed", computed);
        }
        else
        {
            writer.WriteNull("computed");
        }

        writer.WriteString("verdict", check.Verdict.ToName());
        writer.WriteString("sentence", check.Sentence);
        writer.WriteEndObject();
    }

    private static ClaimCheck Read(Study study, JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        JsonValueReader id = o.Required("id");
        Claim claim = study.Find(id.Text()) ?? throw id.Error($"the study {study.Id} has no claim \"{id.Text()}\".");
        o.Required("printed");
        JsonValueReader computed = o.Required("computed");
        var check = new ClaimCheck(
            claim,
            computed.Element.ValueKind == JsonValueKind.Null ? null : computed.Number(),
            VerdictReader.Read(o.Required("verdict")),
            o.Required("sentence").Text());
        o.End();
        return check;
    }
}
