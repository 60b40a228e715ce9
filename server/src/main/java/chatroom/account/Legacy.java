package chatroom.account;

/** What becomes of the posts of an account that is deleted. */
public enum Legacy {
    /** They stay, under "deleted account". */
    KEEP,
    /** They are deleted, one by one, for everybody to see. */
    DELETE
}
