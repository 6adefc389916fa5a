  BEGIN TALK
  Hi ${name}

  - one
  END TALK
