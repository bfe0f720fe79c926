using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CSharpNotebook.Display.Tables;

/// <summary>Writes a value on one line, the same everywhere, whatever the culture of the process.</summary>
internal static class CellText
{
    private const int MostItems = 20;
    private const int Deepest = 5;

    public static string Of(object? value) => Of(value, 0);

    /// <summary>Whether a type is that of a <c>new { a = 1 }</c> of C#.</summary>
    public static bool IsAnonymous(Type type) => type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal)
        && type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    /// <summary>The members of an anonymous type, in the order in which they were written.</summary>
    public static PropertyInfo[] Members(Type anonymous) =>
        [.. anonymous.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.MetadataToken)];

    private static string Of(object? value, int depth) => value switch
    {
        null => "null",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ when depth == Deepest => "...",
        _ when IsAnonymous(value.GetType()) => Members(value.GetType()) is { Length: > 0 } members
            ? $"{{ {string.Join(", ", members.Select(member => $"{member.Name} = {Of(member.GetValue(value), depth + 1)}"))} }}"
            : "{ }",
        ICollection items => Items(items, depth + 1),
        _ => value.ToString() ?? "",
    };

    private static string Items(ICollection items, int depth)
    {
        IEnumerable<string> texts = items.Cast<object?>().Take(MostItems).Select(item => Of(item, depth));
        return $"[{string.Join(", ", items.Count > MostItems ? texts.Append("...") : texts)}]";
    }
}
