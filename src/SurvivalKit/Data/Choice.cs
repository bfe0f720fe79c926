namespace SurvivalKit;

/// <summary>The check of a choice among the members of an enumeration, so that a number cast to one is not read as another.</summary>
internal static class Choice
{
    /// <summary>Throws where a value is no member of its enumeration.</summary>
    /// <exception cref="SurvivalDataException">It is none; the message lists those there are.</exception>
    public static void Check<T>(T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw new SurvivalDataException(
                $"There is no {typeof(T).Name} {value}; one of {string.Join(", ", Enum.GetNames<T>())} was expected.");
        }
    }
}
