namespace SurvivalKit.TextCheck;

/// <summary>The methods that try whether whole numbers can have a printed mean and SD, as a judgement names them.</summary>
internal static class WholeNumberMethods
{
    /// <summary>Of a mean of whole numbers (Brown and Heathers, 2017).</summary>
    public const string Grim = "GRIM";

    /// <summary>Of a mean and an SD of whole numbers (Anaya, 2016).</summary>
    public const string Grimmer = "GRIMMER";

    /// <summary>Of a mean and an SD of zeros and ones (Heathers and Brown, 2019).</summary>
    public const string Debit = "DEBIT";

    /// <summary>Whether a judgement was made by one of them.</summary>
    public static bool Made(Judgement judgement) => judgement.Method is Grim or Grimmer or Debit;
}
