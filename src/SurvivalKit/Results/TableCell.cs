namespace SurvivalKit;

/// <summary>A cell of a table: a number with its kind, which decides how it is printed, or a text.</summary>
public sealed record TableCell
{
    private TableCell(string text, double? value, NumberKind? kind)
    {
        Text = text;
        Value = value;
        Kind = kind;
    }

    /// <summary>An empty cell.</summary>
    public static TableCell Empty { get; } = new("", null, null);

    /// <summary>What is printed.</summary>
    public string Text { get; }

    /// <summary>The number behind the text at full precision; <see langword="null"/> for a text.</summary>
    public double? Value { get; }

    /// <summary>What kind of number it is; <see langword="null"/> for a text.</summary>
    public NumberKind? Kind { get; }

    /// <summary>The mark of a note below the table, printed as a superscript where the format allows; empty where there is none.</summary>
    public string Mark { get; init; } = "";

    /// <summary>A number.</summary>
    /// <param name="value">The number; not a number is printed as <c>NA</c>.</param>
    /// <param name="kind">What kind of number it is.</param>
    public static TableCell Number(double value, NumberKind kind) => new(NumberText.Format(value, kind), value, kind);

    /// <summary>A number that may be missing.</summary>
    /// <param name="value">The number.</param>
    /// <param name="kind">What kind of number it is.</param>
    /// <param name="absent">The text where it is <see langword="null"/>.</param>
    public static TableCell Number(double? value, NumberKind kind, string absent) => value is { } number ? Number(number, kind) : absent;

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator TableCell(string text) => text is { Length: 0 } ? Empty : new(text, null, null);

    /// <summary>What is printed.</summary>
    public override string ToString() => Text;
}
