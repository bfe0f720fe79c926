namespace SurvivalKit.Published;

/// <summary>A number for a claim: its aspect, its value, and its characters.</summary>
/// <param name="Aspect">One of <see cref="Aspects"/>.</param>
/// <param name="Number">The number.</param>
/// <param name="Printed">Its characters, such that a study file reads the number in them.</param>
/// <param name="Relation">The sign before it.</param>
internal sealed record DraftNumber(string Aspect, PrintedNumber Number, string Printed, ClaimRelation Relation = ClaimRelation.Equal)
{
    /// <summary>Makes it of a number and of the characters it was read from.</summary>
    public static DraftNumber Of(string aspect, PrintedNumber number, string characters, char relation = '=')
    {
        string digits = PrintedNumber.TryParse(characters, out PrintedNumber read) && read == number ? characters : number.Text();
        string sign = relation is '<' or '>' ? relation.ToString() : "";
        return new(aspect, number, sign + digits.TrimStart('<', '>', '≤', '≥', '='), relation switch
        {
            '<' => ClaimRelation.Less,
            '>' => ClaimRelation.Greater,
            _ => ClaimRelation.Equal,
        });
    }

    /// <summary>The number as a claim has it.</summary>
    public double Value => (double)Number.Value;

    /// <summary>What was expected in its place; <see langword="null"/>: a claim may have it.</summary>
    public string? Expected => ClaimNumbers.Expected(Aspect, Value);
}
