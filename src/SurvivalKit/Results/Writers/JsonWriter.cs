using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SurvivalKit;

/// <summary>Writes records as JSON: camelCase, all digits of a number, <c>null</c> for what is not finite.</summary>
internal static class JsonWriter
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ResultRecord record)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            Write(writer, record);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case double number:
                Number(writer, number);
                break;
            case Enum name:
                writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(name.ToString()));
                break;
            case ResultRecord fields:
                Fields(writer, fields);
                break;
            case IEnumerable items:
                Items(writer, items);
                break;
            case ulong large:
                writer.WriteNumberValue(large);
                break;
            case IConvertible whole:
                writer.WriteNumberValue(whole.ToInt64(CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentException(
                    $"A value of type {value.GetType().Name} has no form in JSON; a text, a number, a record or a sequence was expected.");
        }
    }

    // JSON has neither NaN nor infinity.
    private static void Number(Utf8JsonWriter writer, double number)
    {
        if (double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static void Fields(Utf8JsonWriter writer, ResultRecord fields)
    {
        writer.WriteStartObject();
        foreach ((string name, object? value) in fields)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void Items(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (object? item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }
}
