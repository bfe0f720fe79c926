namespace SurvivalKit.Figures;

/// <summary>P values as text for figures: by the library's rule, with an italic P in sentences.</summary>
internal static class PText
{
    /// <summary>Such as <c>.72</c> or <c>&lt; .001</c>.</summary>
    public static string Value(double p) => PValue.Format(p);

    /// <summary>With an italic P: <c>P = .72</c>.</summary>
    public static string Sentence(double p)
    {
        string sentence = PValue.Sentence(p);
        return sentence[0] == 'P' ? $"{Typesetter.ItalicOn}P{Typesetter.ItalicOff}{sentence[1..]}" : sentence;
    }
}
