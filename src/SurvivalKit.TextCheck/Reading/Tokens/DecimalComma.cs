namespace SurvivalKit.TextCheck;

/// <summary>Tells texts with decimal commas from those with decimal points.</summary>
internal static class DecimalComma
{
    /// <summary>Whether most decimals of a text are separated by a comma: more such as <c>0,72</c> than such as
    /// <c>0.72</c> or <c>.72</c>.</summary>
    public static bool IsUsed(string text)
    {
        int commas = 0;
        int points = 0;
        for (int i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] is ',' or '.' && char.IsAsciiDigit(text[i + 1]))
            {
                bool afterDigit = i > 0 && char.IsAsciiDigit(text[i - 1]);
                bool afterZero = afterDigit
                    && text[i - 1] == '0'
                    && (i == 1 || !char.IsLetterOrDigit(text[i - 2]) && text[i - 2] is not ('.' or ','));
                commas += text[i] == ',' && afterZero ? 1 : 0;
                points += text[i] == '.' && (afterDigit || (i > 0 && text[i - 1] is ' ' or '=' or '<' or '(')) ? 1 : 0;
            }
        }

        return commas > points;
    }
}
