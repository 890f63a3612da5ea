namespace Saima.Engine.Catalogue;

/// <summary>Which small number stands for a name of which there are few, such as a currency or a country?</summary>
/// <remarks>One writer; readers use the array of names that was published with a snapshot. Numbers never change.</remarks>
/// <param name="comparer">Which spellings are one name.</param>
internal sealed class NameTable(StringComparer comparer)
{
    private readonly Dictionary<string, ushort> _numbers = new(comparer);
    private readonly Lock _gate = new();
    private string[] _names = [];

    /// <summary>The names so far, by number; never changed, only replaced by a longer one.</summary>
    public string[] Names => Volatile.Read(ref _names);

    /// <summary>The name's number, new if need be.</summary>
    /// <exception cref="OverflowException">There are more than 65,535 names.</exception>
    public ushort FindOrAdd(string name)
    {
        lock (_gate)
        {
            if (_numbers.TryGetValue(name, out var number))
                return number;
            number = checked((ushort)_names.Length);
            _numbers[name] = number;
            Volatile.Write(ref _names, [.. _names, name]);
            return number;
        }
    }

    /// <summary>The name's number among published names; −1 if it is not there.</summary>
    public static int Find(string[] names, string name, StringComparison comparison)
    {
        for (var number = 0; number < names.Length; number++)
        {
            if (string.Equals(names[number], name, comparison))
                return number;
        }

        return -1;
    }
}
