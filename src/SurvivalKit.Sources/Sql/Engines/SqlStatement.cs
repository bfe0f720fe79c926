using System.Collections.Immutable;

namespace SurvivalKit.Sources;

/// <summary>A statement that reads.</summary>
/// <param name="Text">The text, with a placeholder of the dialect where a value stands.</param>
/// <param name="Parameters">The values in the order of their placeholders: <see cref="double"/>, <see cref="long"/> or
/// <see cref="string"/>. A dialect without placeholders (<see cref="SqlDialect.HasParameters"/>) has written them into the text.</param>
internal sealed record SqlStatement(string Text, ImmutableArray<object> Parameters)
{
    public SqlStatement(string text)
        : this(text, [])
    {
    }
}
