namespace SurvivalKit.TextCheck;

/// <summary>Words that mark measurements as whole numbers.</summary>
internal static class WholeNumberWords
{
    /// <summary>Whether words mark values as whole numbers: "number of cycles", "Likert".</summary>
    public static bool SaysWhole(IReadOnlyList<Token> tokens, int first, int end)
    {
        for (int i = Math.Max(0, first); i < Math.Min(tokens.Count, end); i++)
        {
            bool isNumberOf = tokens[i].Key == "number" && i + 1 < tokens.Count && tokens[i + 1].Key == "of";
            if (isNumberOf || tokens[i].Key is "likert" or "integer" or "integers" or "whole-number")
            {
                return true;
            }
        }

        return false;
    }
}
