namespace SurvivalKit;

/// <summary>A sentence below a table.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Mark">The mark of the cells that it belongs to; empty where it belongs to the whole table.</param>
public sealed record TableNote(string Text, string Mark = "")
{
    /// <summary>A note to the whole table.</summary>
    /// <param name="text">The sentence.</param>
    public static implicit operator TableNote(string text) => new(text);

    /// <summary>The sentence with its mark.</summary>
    public override string ToString() => Mark.Length == 0 ? Text : $"{Mark} {Text}";
}
